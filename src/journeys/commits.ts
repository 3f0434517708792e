import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import { isViolationOf } from '../database/violation.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import type { ParticipantKeys, WrappedKey } from '../event-store/seal/participant-keys.js';
import { toAppend } from '../event-store/stored-event.js';
import { journeyRow } from '../read-models/journey/journey-row.js';
import { inSpan } from '../tracing/spans.js';
import type { CommandOrigin, CommandResult } from './command-runner.js';
import { commitStatement, type Append } from './commit-statement.js';
import { externalIdHmac } from './external-id.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import { modelChanges, type ModelRows, type StandingModelRows } from './model-changes.js';
import { newsOf } from './news.js';
import { Fenced } from './outcomes.js';
import type { Repetitions } from './repetitions.js';
import { sealState } from './sealed-state.js';

/** What is to be appended. */
interface Decided extends Pick<CommandResult, 'events' | 'state' | 'standing'> {
  keys: ParticipantKeys;
  rows: ModelRows;
  now: Instant;
}

/** What an append finds, and what it needs beside what was decided. */
interface Onto {
  planning: PlanContext;
  /** The version that the stream has. */
  expected: number;
  /** Keys that are new. */
  made: WrappedKey[];
  /** The rows that stand in the inline read models; `undefined` where nobody knows. */
  before: StandingModelRows | undefined;
}

/** Appends what was decided, together with the read models, in one statement. */
export class Commits {
  private readonly way: Append;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly secrets: MasterSecrets,
    private readonly repetitions: Repetitions,
  ) {
    this.way = clock.isReal ? 'es.append' : 'es.append_recorded';
  }

  /** Appends; `undefined` when somebody else was faster. */
  async append(
    journey: string,
    origin: CommandOrigin,
    { events, state, standing, keys, rows: wanted, now }: Decided,
    { planning, expected, made, before }: Onto,
    way = this.way,
  ): Promise<JourneySurroundings | undefined> {
    const { participant, programme } = state.plain;
    const changes = modelChanges(before, wanted);
    const row = journeyRow({
      state,
      standing,
      stamp: planning.stamp,
      sealed: sealState(keys, state),
      externalIdHmac: externalIdHmac(this.secrets, programme, state.case.externalId),
    });
    try {
      const asked = {
        ...commitStatement(way, changes),
        values: [
          journey,
          participant,
          expected,
          origin.generation ?? null,
          now,
          JSON.stringify(events.map((event) => toAppend(event, participant, keys))),
          JSON.stringify(row),
          JSON.stringify(made),
          this.repetitions.record(origin, state.plain.streamVersion),
          newsOf(events),
          origin.bulk ?? false,
          origin.knownToWorkflow ?? false,
          standing.nextDue && this.clock.toTemporal(standing.nextDue),
          ...changes.map(({ rows }) => JSON.stringify(rows)),
        ],
      };
      const { rows } = await inSpan('append', { events: events.length }, () =>
        this.sql.query<JourneySurroundings & { outcome: string }>(asked),
      );
      const [answer] = rows;
      if (answer?.outcome === 'fenced') throw new Fenced();
      return answer?.outcome === 'appended' ? answer : undefined;
    } catch (error) {
      // two journeys of hers needed the same new key at once: the other was faster, its key is found when loading again
      if (isViolationOf(error, 'participant_key_pkey')) return undefined;
      // the same idempotency key at once from two sides: the other was faster, its record is found when loading again
      if (!isViolationOf(error, 'idempotency_pkey')) throw error;
      await this.repetitions.forgetOld();
      return undefined;
    }
  }
}
