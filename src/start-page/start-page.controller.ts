import { readFileSync } from 'node:fs';
import { Controller, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { startPageRoutes as routes } from '../../contract/routes/start-page.js';
import { Route } from '../http/route.js';
import { languageFrom } from '../journeys/views/language.js';
import { PLATFORM, type Platform } from '../platform.js';
import { pagePolicy, startPage } from './page.js';

const beside = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const script = beside('start.js');
const style = beside('start.css');

@Controller()
export class StartPageController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Route(routes.showStartPage)
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
    return startPage({ ...config, sandbox }, language);
  }

  @Route(routes.showStartScript)
  script(): string {
    return script;
  }

  @Route(routes.showStartStyle)
  style(): string {
    return style;
  }
}
