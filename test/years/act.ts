import type { Moment } from './days.js';

/** Something that Lotse does by itself; `what` names it so that expected and observed acts can be compared. */
export interface Act {
  act: 'mail' | 'notice' | 'missed' | 'raised' | 'cleared' | 'follow-up';
  to: 'participant' | 'coach' | 'coordinator' | 'all';
  /** `residence_document_expiry 2027-06-11 -8w`, `no_contact 2`; a mail's parts are joined by ` + `. */
  what: string;
}

/** An act that has to happen within a span of time, once. */
export interface Expected extends Act {
  from: Moment;
  until: Moment;
}

/** An act that happened. */
export interface Observed extends Act {
  at: Moment;
}

/** A rung that was not told because a newer one of the same deadline was. */
export interface Overtaken {
  what: string;
  at: Moment;
}
