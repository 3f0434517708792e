import { readFileSync } from 'node:fs';
import { Controller, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { webRoutes as routes } from '../../contract/routes/web.js';
import { Route } from '../http/route.js';
import { languageFrom } from '../journeys/views/language.js';
import { PLATFORM, type Platform } from '../platform.js';
import { pagePolicy, mailPage } from './page.js';

const beside = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const script = beside('mails.js');
const style = beside('mails.css');

@Controller()
export class MailPageController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Route(routes.showMailPage)
  page(
    @Headers('accept-language') wished: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const { config, sandbox } = this.platform;
    const language = languageFrom(wished);
    void reply
      .header('content-security-policy', pagePolicy)
      .header('content-language', language)
      .header('vary', 'Accept-Language');
    return mailPage({ ...config, sandbox }, language);
  }

  @Route(routes.showMailScript)
  script(): string {
    return script;
  }

  @Route(routes.showMailStyle)
  style(): string {
    return style;
  }
}
