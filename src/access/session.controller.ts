import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Me } from '../../contract/access.js';
import type { SessionOptions } from '../../contract/pages/settings.js';
import { accessRoutes } from '../../contract/routes/access.js';
import type { InputOf } from '../../contract/routes/route.js';
import { userRoutes } from '../../contract/routes/users.js';
import { SESSION_COOKIE } from '../http/guards/credential.js';
import { Input } from '../http/input.js';
import type { LotseRequest } from '../http/request.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { AboutMe } from './about-me.js';
import { Credentials } from './credentials.js';
import { DemonstrationSession } from './demonstration-session.js';
import { idleMinutes } from './session-life.js';
import { SignIn, type SignedIn } from './sign-in.js';
import { Invitations } from './users/invitations.js';

@Controller()
export class SessionController {
  private readonly cookie;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly signIns: SignIn,
    private readonly invitations: Invitations,
    private readonly demonstration: DemonstrationSession,
    private readonly aboutMe: AboutMe,
    private readonly credentials: Credentials,
  ) {
    // where people reach Lotse over https the cookie is sent over https only
    const secure = platform.config.publicUrl.startsWith('https:');
    // no Max-Age: it ends with the browser, as offices share their computers, and after 12 idle hours here
    this.cookie = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
  }

  @Route(accessRoutes.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof accessRoutes.signIn>,
    @Req() request: LotseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.welcome(await this.signIns.signIn(body.email, body.password, request.ip), reply);
  }

  @Route(accessRoutes.showSessionOptions)
  async options(): Promise<SessionOptions> {
    const { officePhone } = this.platform.config;
    const demonstration = await this.demonstration.roles();
    return { demonstration, idleMinutes, ...(officePhone !== undefined && { officePhone }) };
  }

  @Route(accessRoutes.signInToDemonstration)
  async signInToDemonstration(
    @Input() { body }: InputOf<typeof accessRoutes.signInToDemonstration>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.welcome(await this.demonstration.signIn(body.role), reply);
  }

  @Route(userRoutes.acceptInvitation)
  async acceptInvitation(
    @Input() { body }: InputOf<typeof userRoutes.acceptInvitation>,
    @Req() request: LotseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.welcome(await this.invitations.accept(body.code, body.password, request.ip), reply);
  }

  @Route(accessRoutes.signOut)
  async signOut(@Req() request: LotseRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const sessionId = request.cookies[SESSION_COOKIE];
    if (sessionId !== undefined) await this.credentials.endSession(sessionId);
    void reply.clearCookie(SESSION_COOKIE, this.cookie);
  }

  private welcome({ account, sessionId }: SignedIn, reply: FastifyReply): Promise<Me> {
    void reply.setCookie(SESSION_COOKIE, sessionId, this.cookie);
    return this.aboutMe.of(account);
  }
}
