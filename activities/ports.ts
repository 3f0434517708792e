import type { Standing } from '../domain/journey/standing.js';
import type { Instant } from '../domain/time.js';

/** Of which journey, and of which generation the one who asks is. */
export interface Asked {
  journey: string;
  generation: number;
}

/** The answer to an engine of an older generation: another Temporal has taken over, and this one stops. */
export const fenced = 'fenced';

/** The answer while the database is away or full: nobody's fault, and soon to be asked again. */
export const away = 'away';

/** The answer of a worker that will not carry an act out at once, because workers have died of late. */
export const carefully = 'carefully';

/** A part of an import's file: from a line on, so many rows. */
export interface Chunk {
  importId: string;
  fromLine: number;
  count: number;
}

/** What an import's workflow has carried out. Doing a part again has no second effect. */
export interface ImportActs {
  /** Carries out a part of the rows; gives the line to go on with, `null` when that was the last one. */
  importLines(chunk: Chunk): Promise<{ nextLine: number | null }>;
  /** Says of an import that it could not be carried out to its end. */
  giveUpImport(importId: string): Promise<void>;
}

/** A part of an act on many journeys: from a row on, the first being 1, so many. */
export interface BulkPart {
  batchId: string;
  fromRow: number;
  count: number;
}

/** What the workflow of an act on many journeys has carried out. Doing a part again has no second effect. */
export interface BulkActs {
  /** Acts on a part of the journeys; gives the row to go on with, `null` when that was the last one. */
  actOnMany(part: BulkPart): Promise<{ nextRow: number | null }>;
  /** Says of an act that it could not be carried out to its end. */
  giveUpBulkAct(batchId: string): Promise<void>;
}

/** What a journey's workflow has carried out; its instants are in Temporal's time. */
export interface JourneyActs {
  /** Carries out whatever is due now, messages included, and answers with the standing after it. */
  carryOutDue(asked: Asked): Promise<Standing | typeof fenced | typeof away>;
  /** Tells people that what is due could not be carried out, several times over. */
  reportPlanningFailed(asked: Asked): Promise<Standing | typeof fenced | typeof away>;
}

/** A mail to staff that has to be looked at: whose, and which. */
export interface DueStaffMail {
  account: string;
  /** The mail of a working morning, one in between, or a mail once more that has no outcome yet. */
  kind: 'morning' | 'at_once' | 'again';
}

export interface StaffMailAsked extends DueStaffMail {
  generation: number;
}

/** What the workflow of the staff's mail has carried out; its instants are in Temporal's time. */
export interface StaffMailActs {
  /** Whose mail is due now, the mornings' first. */
  dueAccounts(asked: { generation: number }): Promise<DueStaffMail[] | typeof fenced>;
  /** One account's mail, from claim to outcome; nothing where nothing is to be told any more. */
  sendStaffMail(asked: StaffMailAsked): Promise<'done' | typeof fenced>;
  /** When it has to be looked again; `null` while only a signal can change anything. */
  nextStaffMail(): Promise<Instant | null>;
}
