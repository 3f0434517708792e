import { Controller, Inject } from '@nestjs/common';
import { systemRoutes } from '../../../contract/routes/system.js';
import { Route } from '../route.js';
import { HTTP_SETTINGS, type HttpSettings } from '../settings.js';
import { openApi } from './openapi.js';

@Controller()
export class OpenApiController {
  private document: ReturnType<typeof openApi> | undefined;

  constructor(@Inject(HTTP_SETTINGS) private readonly settings: HttpSettings) {}

  @Route(systemRoutes.showOpenApi)
  show() {
    this.document ??= openApi(this.settings); // the table does not change while we run
    return this.document;
  }
}
