import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { isGuest } from '../guest-pages.js';
import { HTTP_SETTINGS, type HttpSettings } from '../settings.js';
import { Problem } from '../problem.js';
import type { LotseRequest } from '../request.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Second: a write that relies on the cookie comes from our own pages. SameSite=Strict keeps other sites
 * out already, but not other ports and subdomains of the same site. Signing in is checked too, so that
 * nobody is signed in to a stranger's account. A bearer token is never sent by a browser on its own.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  private readonly own: string;

  constructor(@Inject(HTTP_SETTINGS) private readonly settings: HttpSettings) {
    this.own = new URL(settings.publicUrl).origin;
  }

  canActivate(context: ExecutionContext): true {
    const { method, headers, url } = context.switchToHttp().getRequest<LotseRequest>();
    const { origin, host } = headers;
    if (READS.has(method) || headers.authorization !== undefined || origin === undefined) return true;
    // localhost and 127.0.0.1 are one Lotse with two names: what the browser called it is as good
    if (origin === this.own || /^https?:\/\/(.+)$/.exec(origin)?.[1] === host) return true;
    if (isGuest(this.settings.guests ?? [], origin, url)) return true;
    throw new Problem(403, 'foreign-origin', 'This request comes from another site', {
      detail: `Found an Origin other than ${this.own}; open Lotse under that address.`,
    });
  }
}
