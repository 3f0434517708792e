import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { AUTHENTICATION, type Authentication } from '../ports.js';
import { notSignedIn } from '../problems.js';
import type { LotseRequest } from '../request.js';
import { requiredEntryOf } from '../route.js';
import { credentialOf } from './credential.js';

/** First: is somebody signed in? */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(@Inject(AUTHENTICATION) private readonly authentication: Authentication) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const { permission, answerType } = requiredEntryOf(context.getHandler());
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<LotseRequest>();
    const credential = credentialOf(request);
    // a page that follows what changes asks anew by itself, also where everybody has gone home
    const use = answerType === 'text/event-stream' ? 'watch' : 'act';
    const account = credential && (await this.authentication.accountOf(credential, use));
    if (!account) throw notSignedIn();
    request.account = account;
    return true;
  }
}
