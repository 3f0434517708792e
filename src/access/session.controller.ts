import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { accessRoutes } from '../../contract/routes/access.js';
import type { InputOf } from '../../contract/routes/route.js';
import { SESSION_COOKIE } from '../http/guards/credential.js';
import { Input } from '../http/input.js';
import type { LotseRequest } from '../http/request.js';
import { Route } from '../http/route.js';
import { Credentials } from './credentials.js';
import { meOf } from './me.js';
import { SignIn } from './sign-in.js';

/** Where people reach Lotse: over https the cookie is sent over https only. */
export const PUBLIC_URL = Symbol('PublicUrl');

@Controller()
export class SessionController {
  private readonly cookie;

  constructor(
    @Inject(PUBLIC_URL) publicUrl: string,
    private readonly signIns: SignIn,
    private readonly credentials: Credentials,
  ) {
    const secure = publicUrl.startsWith('https:');
    // no Max-Age: it ends with the browser, as offices share their computers, and after 12 idle hours here
    this.cookie = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
  }

  @Route(accessRoutes.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof accessRoutes.signIn>,
    @Req() request: LotseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { account, sessionId } = await this.signIns.signIn(body.email, body.password, request.ip);
    void reply.setCookie(SESSION_COOKIE, sessionId, this.cookie);
    return meOf(account);
  }

  @Route(accessRoutes.signOut)
  async signOut(@Req() request: LotseRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const sessionId = request.cookies[SESSION_COOKIE];
    if (sessionId !== undefined) await this.credentials.endSession(sessionId);
    void reply.clearCookie(SESSION_COOKIE, this.cookie);
  }
}
