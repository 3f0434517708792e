import type { Day } from '../../time.js';
import type { Basis, Contact, Paper, Person, Purpose, RegisterCells } from '../events.js';
import type { RegisterColumn } from './columns.js';

/** What a register's row says, in Lotse's own words. What it leaves blank is absent. */
export interface RowSays {
  commune?: string;
  person: Partial<Omit<Person, 'coachHint'>>;
  contact: Pick<Contact, 'language' | 'phone' | 'email'>;
  document?: Paper;
  /** By e-mail. */
  coach?: string;
  firstContactOn?: Day;
  modules: readonly string[];
  consent?: { on: Day; purposes: readonly Purpose[] };
  note?: string;
}

/** The row of a journey that is here already comes again, edited or not. */
export interface UpdateFromRegister {
  type: 'UpdateFromRegister';
  basis: Basis;
  /** What the last row said; nothing where the journey never came from a register. */
  before: RowSays;
  /** What the row says now; what it leaves blank it says as before. */
  after: RowSays;
  /** The row's cells, what is blank as before. */
  cells: RegisterCells;
  coach: {
    /** Who is the coach, or noted as such; by e-mail. */
    now?: string;
    /** The coach whom the row names: her account, or a note of her until she has one. */
    named: { coach: string | null; hint?: string };
  };
}

/**
 * What becomes of an edited cell: it is taken over; Lotse knows it already; somebody has recorded something else since
 * the last row; or it is not for a register to say.
 */
export type Verdict = 'taken' | 'known' | 'newer' | NotForRegisters;

/** What a row can't change, and where it is changed instead. */
export type NotForRegisters = 'commune' | 'module_ends' | 'consent_ends' | 'without_consent';

/** An edited cell, judged. */
export interface JudgedCell {
  column: RegisterColumn;
  verdict: Verdict;
}

/** Judges an edited value against what is recorded; `undefined` where the row says what it said before, or nothing. */
export function judgeValue<Value>(
  before: Value,
  after: Value,
  now: Value,
): 'taken' | 'known' | 'newer' | undefined {
  if (after === undefined || after === before) return undefined;
  if (now === after) return 'known';
  // what differs from the last row was recorded by a person since
  return now === undefined || now === before ? 'taken' : 'newer';
}
