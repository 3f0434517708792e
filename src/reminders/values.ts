/** Everything that a text may say of a person, a deadline or a mail; a text's entry lists which of it is used. */
export const valueNames = [
  'firstName',
  'coachFirstName',
  'coachPhone',
  'officePhone',
  /** The number to be called: the coach's, else the office's. */
  'phone',
  /** In a call back the day by which an answer is asked for; elsewhere the deadline's day. */
  'dueDate',
  /** Whether that day is at most two weeks away. */
  'soon',
  /** Whether the text opens the mail. */
  'first',
  'validUntil',
  'days',
  'over',
  'startDate',
  'earliestDate',
  'windowOpen',
] as const;
export type ValueName = (typeof valueNames)[number];

/** A telephone number: where a text is shown it can be called. */
export interface Phone {
  phone: string;
}

/** A name as it is, a day as `Date` at noon UTC, a count, a yes or no, or a telephone number. */
export type Value = string | Date | number | boolean | Phone;

/** What is known; a text shows a gap for what is not. */
export type Values = Partial<Record<ValueName, Value>>;
