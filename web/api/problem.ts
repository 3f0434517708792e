import type { ProblemBody } from '../../contract/problem.js';

/** An answer that refuses; `body` is the server's own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
    /** After so many seconds it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(body.detail ?? body.title);
  }

  get code(): string {
    return this.body.code;
  }
}

/** The server did not answer: nobody knows whether it has heard. */
export class Unreachable extends Error {
  constructor() {
    super('The server did not answer.');
  }
}

/** The session is over: whoever signs in again goes on. */
export const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401;

/** Somebody recorded something since the page was read. */
export const isConflict = (error: unknown): boolean => error instanceof Refused && error.status === 412;
