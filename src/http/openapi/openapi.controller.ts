import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { systemRoutes } from '../../../contract/routes/system.js';
import { Route } from '../route.js';
import { HTTP_SETTINGS, type HttpSettings } from '../settings.js';
import { docsPage, docsPolicy } from './docs-page.js';
import type { OpenApiDocument } from './document.js';
import { openApi } from './openapi.js';

@Controller()
export class OpenApiController {
  private document: OpenApiDocument | undefined;

  constructor(@Inject(HTTP_SETTINGS) private readonly settings: HttpSettings) {}

  @Route(systemRoutes.showOpenApi)
  show() {
    return { ...this.described() };
  }

  @Route(systemRoutes.showDocs)
  read(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('content-security-policy', docsPolicy);
    return docsPage(this.described());
  }

  /** Made once: the table does not change while we run. */
  private described(): OpenApiDocument {
    this.document ??= openApi(this.settings);
    return this.document;
  }
}
