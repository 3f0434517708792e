import type { FieldError, Missing, ProblemBody } from '../../contract/problem.js';

/** What a problem says beside its status and code. */
export interface ProblemDetails {
  /** What was found, what is expected, the way out. Never a person's data. */
  detail?: string;
  errors?: readonly FieldError[];
  missing?: readonly Missing[];
  /** Further members of the answer. */
  extra?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal that reaches the caller as it stands. Everything else that is thrown becomes a bare 500. */
export class Problem extends Error {
  override readonly name = 'Problem';

  /** @param code kebab-case, stable: clients decide and translate by it */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly details: ProblemDetails = {},
  ) {
    super(`${status} ${code}: ${title}`);
  }

  /** The answer's body (RFC 9457). */
  body(requestId: string): ProblemBody {
    const { detail, errors, missing, extra } = this.details;
    return {
      ...extra,
      type: `urn:problem-type:lotse:${this.code}`,
      title: this.title,
      status: this.status,
      code: this.code,
      ...(detail !== undefined && { detail }),
      ...(errors && { errors: [...errors] }),
      ...(missing && { missing: [...missing] }),
      requestId,
    };
  }
}
