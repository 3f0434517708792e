import type { RunningPostgres } from '../../src/embedded/postgres/start-postgres.js';
import type { Caller } from '../support/http.js';

/** What all candidates stand on, and where one may leave its files. */
export interface Ground {
  postgres: RunningPostgres;
  /** A directory that is removed at the end. */
  dir: string;
}

/** One way of keeping journeys: it serves the same two routes, and the same job is done with all. */
export interface Candidate {
  /** As it stands behind the figures; Lotse's stand without. */
  name: string;
  caller: Caller;
  /** Opens so many journeys, each with its timers set; gives their ids. */
  open(count: number): Promise<string[]>;
  /** Waits until every timer follows what was answered. Absent where there are no timers. */
  untilDrained?(): Promise<void>;
  /** CPU seconds that its processes have used, by what they do, without PostgreSQL. */
  cpu(): Record<string, number>;
}

/** Candidates that are started together, as both ways of Temporal are, share what they stand on. */
export interface Started {
  candidates: readonly Candidate[];
  stop(): Promise<void>;
}

export type StartCandidates = (ground: Ground) => Promise<Started>;
