import { setTimeout as wait } from 'node:timers/promises';
import { WorkflowIdConflictPolicy, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import {
  journeyWorkflowId,
  newestManner,
  searchAttributes,
  signals,
  taskQueue,
} from '../../workflows/messages.js';
import { later } from '../../domain/deadlines/windows.js';
import type { Instant } from '../../domain/time.js';
import type { participantJourney } from '../../workflows/index.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { Counters } from '../metrics/counters.js';
import { inTemporalTime } from '../temporal/standing.js';
import { inSpan } from '../tracing/spans.js';
import { traceOfJourney } from '../tracing/trace-of-journey.js';
import { alarm, isIdle, markArmed, peopleWaitingSince, release, takeDirty, type Dirty } from './dirty-set.js';
import { UnderWay } from './under-way.js';

export interface RelayParts {
  sql: Sql;
  client: Client;
  clock: Clock;
  installation: string;
  /** Read anew each time: a workflow that is told an older one would be fenced, and end. */
  generation: () => Promise<number>;
  counters?: Counters;
}

/** So many workflows are told at once. */
const atOnce = 32;
/** Rows are taken and noted so many together: a statement for each would cost PostgreSQL more than it is worth. */
const together = 8;
/**
 * While people click so often in a second, what they wait for goes first: few journeys are told then, the earliest due
 * first, and the others when the crowd is gone. Each costs Temporal about what the click cost the API; measured at 100
 * clicks a second on two cores in docs/performance.md.
 */
const crowd = { clicksPerSecond: 50, batchSize: 5, toldPerSecond: 10 };
const crowdLookEveryMs = 250;
/** One that hangs holds up the others no longer than this. */
const crowdPatienceMs = 1000;
const pauseWhenIdleMs = 150;
const pauseWhenAwayMs = 1000;
const watchdogEveryMs = 60_000;
/** Longer a workflow's server is not waited for. */
const patienceMs = 10_000;

const phaseKey = defineSearchAttributeKey(searchAttributes.phase, 'KEYWORD');
const communeKey = defineSearchAttributeKey(searchAttributes.commune, 'KEYWORD');

/** A row whose workflow was told, or only its id where Temporal did not take it. */
type Told = { id: string } | { id: string; version: number; lease: string; armedFor: Instant | null };

/**
 * Tells workflows what has happened. Any number of relays may run: each takes other rows. With Temporal away the
 * rows wait, and nobody at a desk notices.
 */
export class Relay {
  /** Whether Temporal took what it was last told. */
  reaches = true;
  private running = false;
  private isCrowded = false;
  private lookForCrowdAt = 0;
  private readonly underWay = new UnderWay<Told>();
  private loops: Promise<void>[] = [];
  private readonly stopping = new AbortController();

  constructor(private readonly parts: RelayParts) {}

  start(): void {
    this.running = true;
    this.loops = [
      this.every(pauseWhenIdleMs, () => this.turn()),
      this.every(watchdogEveryMs, () => this.watch()),
    ];
  }

  async stop(): Promise<void> {
    this.running = false;
    this.stopping.abort();
    await Promise.all(this.loops);
    await this.underWay.until(Infinity, patienceMs);
    await this.note().catch(() => undefined); // their leases run out
  }

  /** Waits until every workflow knows everything. For tests that move the clock. */
  async idle(): Promise<void> {
    while (!(await isIdle(this.parts.sql))) await wait(20);
  }

  /** One look of the watchdog, now. */
  async watch(): Promise<boolean> {
    const { sql, clock } = this.parts;
    const now = await clock.now();
    await alarm(sql, now, Date.parse(now) - Date.parse(clock.toTemporal(now)));
    return false;
  }

  /** Notes who was told, and has others told in their place; true when there may be more. */
  private async turn(): Promise<boolean> {
    const began = performance.now();
    if (!(await this.note())) await this.pause(pauseWhenAwayMs);
    const taken = await this.takeMore();
    if (this.underWay.size === 0) return taken > 0;
    if (!this.isCrowded) {
      await this.underWay.until(together, pauseWhenIdleMs);
      return true;
    }
    await this.underWay.until(Infinity, crowdPatienceMs);
    if (!(await this.note())) await this.pause(pauseWhenAwayMs);
    await this.pause((taken * 1000) / crowd.toldPerSecond - (performance.now() - began));
    return true;
  }

  /** Writes down who was told, and gives the others back; false where there are such. */
  private async note(): Promise<boolean> {
    const outcomes = this.underWay.collect();
    if (outcomes.length === 0) return true;
    const armed = outcomes.flatMap((outcome) => ('armedFor' in outcome ? [outcome] : []));
    const failed = outcomes.filter((outcome) => !('armedFor' in outcome)).map(({ id }) => id);
    try {
      if (armed.length > 0) await markArmed(this.parts.sql, armed);
      if (failed.length > 0) await release(this.parts.sql, failed);
    } catch (error) {
      this.underWay.keep(outcomes); // a database that is away is told later, as far as the leases hold
      throw error;
    }
    this.reaches = armed.length > 0;
    return failed.length === 0;
  }

  /** Begins to tell as many as there is room for: one that is slow holds up no other. */
  private async takeMore(): Promise<number> {
    const room = (this.isCrowded ? crowd.batchSize : atOnce) - this.underWay.size;
    if (room <= 0) return 0;
    const dirty = await takeDirty(this.parts.sql, room);
    if (dirty.length === 0) return 0;
    // After the rows were taken: a recovery in between has ended their leases.
    const generation = await this.parts.generation();
    for (const row of dirty) this.underWay.add(this.traced(row, generation));
    if (dirty.length >= crowd.batchSize) await this.lookForCrowd();
    else if (dirty.length < room) this.isCrowded = false;
    return dirty.length;
  }

  private async lookForCrowd(): Promise<void> {
    if (performance.now() < this.lookForCrowdAt) return;
    this.lookForCrowdAt = performance.now() + crowdLookEveryMs;
    this.isCrowded = await this.peopleClick();
  }

  /** Whether more people click than can be told beside it. */
  private async peopleClick(): Promise<boolean> {
    const { sql, clock } = this.parts;
    return (await peopleWaitingSince(sql, later(await clock.now(), -1))) >= crowd.clicksPerSecond;
  }

  /** Tells a workflow; in the trace of the act that it is told of. */
  private async traced(row: Dirty, generation: number): Promise<Told> {
    // A database that is away has no trace, and loses none.
    const trace = await traceOfJourney(this.parts.sql, row.id).catch(() => undefined);
    return inSpan(`signal ${row.news}`, { journey: row.id }, () => this.tell(row, generation), trace);
  }

  private async tell(row: Dirty, generation: number): Promise<Told> {
    const { id, version, news, standing: stored, lease } = row;
    const { client, clock, installation, counters } = this.parts;
    try {
      const standing = { ...inTemporalTime(stored, clock), generation };
      await client.withDeadline(Date.now() + patienceMs, () =>
        client.workflow.signalWithStart<typeof participantJourney, [typeof standing]>('participantJourney', {
          workflowId: journeyWorkflowId(installation, id),
          taskQueue,
          args: [standing, newestManner],
          signal: signals[news],
          signalArgs: [standing],
          // A run that waits is told; one that has ended begins again.
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
          // A sleeping journey's next task must not wait ten seconds for a worker that is gone.
          workflowTaskTimeout: '10s',
          typedSearchAttributes: new TypedSearchAttributes([
            { key: phaseKey, value: standing.phase },
            { key: communeKey, value: standing.commune },
          ]),
        }),
      );
      counters?.count('lotse_relay_signals_total', { outcome: 'told' });
      return { id, version, lease, armedFor: standing.nextDue };
    } catch {
      counters?.count('lotse_relay_signals_total', { outcome: 'failed' });
      return { id }; // Temporal is away or busy: the row is given back, and the health page says so
    }
  }

  /** Turns until stopped; a database that is away is waited for. */
  private async every(pauseMs: number, turn: () => Promise<boolean>): Promise<void> {
    while (this.running) {
      const more = await turn().catch(() => false);
      if (!more) await this.pause(pauseMs);
    }
  }

  private async pause(ms: number): Promise<void> {
    await wait(Math.max(0, ms), undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
