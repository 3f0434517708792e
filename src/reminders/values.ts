import type { ValueName } from '../../domain/programme/schema/text.js';

/** A telephone number: where a text is shown it can be called. */
export interface Phone {
  phone: string;
}

/** A name as it is, a day as `Date` at noon UTC, a count, a yes or no, or a telephone number. */
export type Value = string | Date | number | boolean | Phone;

/** What is known; a text shows a gap for what is not. */
export type Values = Partial<Record<ValueName, Value>>;
