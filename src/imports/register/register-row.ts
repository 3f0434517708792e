import type { Day } from '../../../domain/time.js';
import type { RowError, RowWarning } from './findings.js';
import type { FileProblem } from './decode.js';
import type { EmploymentNote, Module, Purpose, Sex } from './words.js';

/** A row in Lotse's own words. What the register leaves blank is absent. */
export interface RegisterRow {
  externalId: string;
  familyName: string;
  givenName: string;
  bornOn: Day;
  sex?: Sex;
  /** ISO 3166-1 alpha-2. */
  nationality?: string;
  /** A language tag of BCP 47. */
  language?: string;
  /** The commune's key in the programme. */
  commune: string;
  phone?: string;
  /** In lower case, as is the coach's. */
  email?: string;
  document?: { kind: string; validUntil?: Day; employmentNote: EmploymentNote };
  coachEmail?: string;
  firstContactOn?: Day;
  germanLevel?: string;
  schoolCertificate?: string;
  modules: Module[];
  consent?: { on: Day; purposes: Purpose[] };
  note?: string;
}

/** One data line; `row` is there unless a refusal applies that is not for opening alone. */
export interface RegisterLine {
  /** Where the row begins in the file, counted from 1, the header included. */
  line: number;
  /** The cells by column, spaces tidied: what to compare with the next file. Absent columns are not in it. */
  raw: Record<string, string>;
  row?: RegisterRow;
  errors: RowError[];
  warnings: RowWarning[];
}

/** A file as read; with a `problem` it is no register and has no rows. */
export interface RegisterFile {
  rows: RegisterLine[];
  problem?: FileProblem;
}
