import type { Day, Moment } from '../days.js';

/** A paper as it was shown; its name tells it from the journey's other papers. */
export interface Paper {
  kind: string;
  until?: Day;
  from?: Day;
  note?: 'allowed' | 'with_permission' | 'not_allowed' | 'unknown';
}

/** What somebody records of a journey. */
export type Fact =
  | {
      does: 'open';
      bornOn: Day;
      /** E-mail is a named channel, and the address is there. */
      writes: boolean;
      language: string;
      withCoach: boolean;
      contactOn?: Day;
    }
  | { does: 'consent'; purposes: string[] }
  | { does: 'withdraw consent'; purposes: string[] }
  | { does: 'show a paper'; paper: Paper }
  | { does: 'correct the paper'; paper: Paper }
  | { does: 'ask for renewal'; proof: string }
  | { does: 'reach'; milestone: string; on: Day; data: Record<string, unknown> }
  | { does: 'talk'; on: Day; reached: boolean }
  | { does: 'run a module'; module: string }
  | { does: 'pause' }
  | { does: 'resume' }
  | { does: 'close'; reason: string }
  | { does: 'reopen' }
  | { does: 'verify the departure' }
  | { does: 'change the address'; taken: boolean }
  /** Somebody says again what stands already. */
  | { does: 'say nothing new' };

/** A fact and when it is recorded. */
export interface Recorded {
  at: Moment;
  fact: Fact;
}

/** One of the forty: a name to find it by, and what is recorded of it, the earliest first. */
export interface ScriptedJourney {
  name: string;
  facts: Recorded[];
}
