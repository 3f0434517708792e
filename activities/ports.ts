import type { Standing } from '../domain/journey/standing.js';

/** Of which journey, and of which generation the one who asks is. */
export interface Asked {
  journey: string;
  generation: number;
}

/** The answer to an engine of an older generation: another Temporal has taken over, and this one stops. */
export const fenced = 'fenced';

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

/** What a journey's workflow has carried out; its instants are in Temporal's time. */
export interface JourneyActs {
  /** Carries out whatever is due now, messages included, and answers with the standing after it. */
  carryOutDue(asked: Asked): Promise<Standing | typeof fenced>;
  /** Tells people that what is due could not be carried out, several times over. */
  reportPlanningFailed(asked: Asked): Promise<Standing | typeof fenced>;
}
