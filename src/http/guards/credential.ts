import type { Credential } from '../ports.js';
import type { LotseRequest } from '../request.js';

/** The name of the session cookie. */
export const SESSION_COOKIE = 'lotse_session';

/** What a request shows; a header counts before the cookie, because somebody put it there on purpose. */
export function credentialOf(request: LotseRequest): Credential | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const secret = /^bearer +(\S+)$/i.exec(authorization)?.[1];
    return secret === undefined ? undefined : { kind: 'token', secret };
  }
  const secret = request.cookies[SESSION_COOKIE];
  return secret ? { kind: 'session', secret } : undefined;
}
