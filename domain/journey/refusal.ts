/** Something that has to come first, in one sentence for either language of staff, and the role that can clear it. */
export interface Missing {
  code: string;
  text: { de: string; en: string };
  who: 'coach' | 'coordinator';
}

/**
 * The business "no": a rule of the programme or of the law stands against a command. It becomes a 409 for people, or
 * a 422 at the field that it names when only that value is wrong. A 409 says what is missing, unless nobody can clear
 * it: time alone makes somebody old enough.
 */
export class Refusal extends Error {
  constructor(
    /** Stable and kebab-case; clients translate it. */
    readonly code: string,
    message: string,
    readonly missing: readonly Missing[] = [],
    /** The field of the request that has to change, as a JSON pointer. */
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
