import type { FieldError, Missing } from '../../contract/problem.js';
import { Problem } from './problem.js';

/** The problems that more than one place answers with, so that each has one code and one sentence. */

/** 401: nobody is signed in, or what was shown is unknown or has expired. */
export const notSignedIn = () =>
  new Problem(401, 'not-signed-in', 'Sign in first', {
    detail:
      'Found no valid token or session; expected "Authorization: Bearer <token>" or the session cookie.',
    headers: { 'www-authenticate': 'Bearer' },
  });

/** 404: it does not exist, or it is outside the caller's scope; the answer does not tell which. */
export const notFound = () =>
  new Problem(404, 'not-found', 'There is nothing here', {
    detail: 'Found nothing under this id that this account may see.',
  });

/** 403: the role, or the relation to this journey, does not allow it. */
export const forbidden = (detail: string) =>
  new Problem(403, 'forbidden', 'This account may not do this', { detail });

/** 422: every bad field at once. */
export const invalidInput = (errors: readonly FieldError[]) =>
  new Problem(422, 'invalid-input', 'Some fields are not as expected', { errors });

/** 412: a person recorded something since the version the caller has seen. */
export const staleVersion = (seen: number, current: number) =>
  new Problem(412, 'stale-version', 'Somebody recorded something meanwhile', {
    detail: `If-Match names version ${seen}, the journey is at version ${current}: read it again and decide anew.`,
    extra: { version: current },
  });

/** 409: the rules refuse. */
export const ruleRefuses = (code: string, title: string, missing?: readonly Missing[]) =>
  new Problem(409, code, title, missing ? { missing } : {});

/** 413. @param limit in bytes */
export const bodyTooLarge = (limit: number) =>
  new Problem(413, 'body-too-large', 'The body is too large', { detail: `Expected at most ${limit} bytes.` });

/** 415. @param found the media type that came, without its parameters */
export const unsupportedContentType = (found: string, expected: readonly string[]) =>
  new Problem(415, 'unsupported-content-type', 'The body has another content type', {
    detail: `Found ${found || 'no content type'}, expected ${expected.join(' or ')}.`,
  });

/** 400: the body is not JSON at all. */
export const malformedJson = () =>
  new Problem(400, 'malformed-json', 'The body is not JSON', { detail: 'Expected JSON in UTF-8.' });

/** 429. @param seconds until the next attempt is worth making */
export const tooManyAttempts = (seconds: number) =>
  new Problem(429, 'too-many-attempts', 'Too many attempts', {
    detail: `Wait ${seconds} s before the next attempt.`,
    headers: { 'retry-after': String(seconds) },
  });
