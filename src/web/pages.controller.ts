import { randomBytes } from 'node:crypto';
import { Controller, Headers, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { webRoutes as routes } from '../../contract/routes/web.js';
import type { InputOf } from '../../contract/routes/route.js';
import { SESSION_COOKIE } from '../http/guards/credential.js';
import { Input } from '../http/input.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.js';
import type { LotseRequest } from '../http/request.js';
import { Route } from '../http/route.js';
import { BuiltPages } from './built-pages.js';
import { icon } from './icon.js';
import { pageHtml, policyWith } from './page-html.js';

/** A file whose name tells its content may be kept for ever. */
const forEver = 'public, max-age=31536000, immutable';

/** The pages: one document for every address, and the files that it is made of. */
@Controller()
export class PagesController {
  private readonly built = new BuiltPages();

  @Route(routes.showHome)
  home(@Req() request: LotseRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.page('/', request, reply);
  }

  @Route(routes.showPage)
  named(
    @Input() { params }: InputOf<typeof routes.showPage>,
    @Req() request: LotseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return this.page(`/${params.page}`, request, reply);
  }

  @Route(routes.showSubpage)
  ofOne(
    @Input() { params }: InputOf<typeof routes.showSubpage>,
    @Req() request: LotseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return this.page(`/${params.page}/${params.of}`, request, reply);
  }

  @Route(routes.showAsset)
  asset(
    @Input() { params }: InputOf<typeof routes.showAsset>,
    @Headers('accept-encoding') taken: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    const file = this.built.file(params.name);
    if (!file) throw notFound();
    const takes = (coding: string): boolean => (taken ?? '').split(/\s*,\s*/).includes(coding);
    const coding = takes('br') && file.br ? 'br' : takes('gzip') && file.gzip ? 'gzip' : undefined;
    void reply
      .header('content-type', file.type)
      .header('cache-control', forEver)
      .header('vary', 'Accept-Encoding');
    if (coding === undefined) return file.plain;
    void reply.header('content-encoding', coding);
    return file[coding] ?? file.plain;
  }

  @Route(routes.showIcon)
  icon(@Res({ passthrough: true }) reply: FastifyReply): Buffer {
    void reply.header('content-type', 'image/svg+xml').header('cache-control', 'public, max-age=86400');
    return Buffer.from(icon);
  }

  /** @throws Problem 503 where the pages were not built: the API serves all the same */
  private page(path: string, { cookies }: LotseRequest, reply: FastifyReply): string {
    if (this.built.html === undefined) {
      throw new Problem(503, 'pages-not-built', 'The pages were not built', {
        detail: 'Run `npm run build`.',
      });
    }
    const nonce = randomBytes(16).toString('base64');
    void reply.header('content-security-policy', policyWith(nonce));
    return pageHtml(this.built, path, cookies[SESSION_COOKIE] !== undefined, nonce);
  }
}
