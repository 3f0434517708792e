import { setTimeout as wait } from 'node:timers/promises';
import { WorkflowIdConflictPolicy, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { journeyWorkflowId, searchAttributes, signals, taskQueue } from '../../workflows/messages.js';
import { later } from '../../domain/deadlines/windows.js';
import type { participantJourney } from '../../workflows/index.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { Counters } from '../metrics/counters.js';
import { inTemporalTime } from '../temporal/standing.js';
import { inSpan } from '../tracing/spans.js';
import { traceOfJourney } from '../tracing/trace-of-journey.js';
import { alarm, isIdle, markArmed, peopleWaitingSince, release, takeDirty, type Dirty } from './dirty-set.js';

export interface RelayParts {
  sql: Sql;
  client: Client;
  clock: Clock;
  installation: string;
  /** Read anew each time: a workflow that is told an older one would be fenced, and end. */
  generation: () => Promise<number>;
  counters?: Counters;
}

const batchSize = 32;
/**
 * While people click so often in a second, what they wait for goes first: few journeys are told then, the earliest due
 * first, and the others when the crowd is gone. Each costs Temporal about what the click cost the API; measured at 100
 * clicks a second on two cores in docs/performance.md.
 */
const crowd = { clicksPerSecond: 50, batchSize: 5, toldPerSecond: 10 };
const pauseWhenIdleMs = 150;
const pauseWhenAwayMs = 1000;
const watchdogEveryMs = 60_000;

const phaseKey = defineSearchAttributeKey(searchAttributes.phase, 'KEYWORD');
const communeKey = defineSearchAttributeKey(searchAttributes.commune, 'KEYWORD');

/**
 * Tells workflows what has happened. Any number of relays may run: each takes other rows. With Temporal away the
 * rows wait, and nobody at a desk notices.
 */
export class Relay {
  /** Whether Temporal took what it was last told. */
  reaches = true;
  private running = false;
  private isCrowded = false;
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

  /** One batch; true when there may be more. */
  private async turn(): Promise<boolean> {
    const { sql } = this.parts;
    const began = performance.now();
    const dirty = await takeDirty(sql, this.isCrowded ? crowd.batchSize : batchSize);
    if (dirty.length === 0) return false;
    // After the rows were taken: a recovery in between has ended their leases.
    const generation = await this.parts.generation();
    const told = await Promise.all(dirty.map((row) => this.traced(row, generation)));
    const armed = told.filter((row) => row !== undefined);
    if (armed.length > 0) await markArmed(sql, armed);
    this.reaches = armed.length > 0;
    if (armed.length === dirty.length) {
      this.isCrowded = dirty.length >= crowd.batchSize && (await this.peopleClick());
      if (this.isCrowded)
        await this.pause((dirty.length * 1000) / crowd.toldPerSecond - (performance.now() - began));
      return true;
    }
    const known = new Set(armed.map(({ id }) => id));
    await release(
      sql,
      dirty.map(({ id }) => id).filter((id) => !known.has(id)),
    );
    await this.pause(pauseWhenAwayMs);
    return true;
  }

  /** Whether more people click than can be told beside it. */
  private async peopleClick(): Promise<boolean> {
    const { sql, clock } = this.parts;
    return (await peopleWaitingSince(sql, later(await clock.now(), -1))) >= crowd.clicksPerSecond;
  }

  /** Tells a workflow; in the trace of the act that it is told of. */
  private async traced(row: Dirty, generation: number) {
    const trace = await traceOfJourney(this.parts.sql, row.id);
    return inSpan(`signal ${row.news}`, { journey: row.id }, () => this.tell(row, generation), trace);
  }

  private async tell({ id, version, news, standing: stored, lease }: Dirty, generation: number) {
    const { client, clock, installation, counters } = this.parts;
    try {
      const standing = { ...inTemporalTime(stored, clock), generation };
      await client.withDeadline(Date.now() + 10_000, () =>
        client.workflow.signalWithStart<typeof participantJourney, [typeof standing]>('participantJourney', {
          workflowId: journeyWorkflowId(installation, id),
          taskQueue,
          args: [standing],
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
      return undefined; // Temporal is away or busy: the row is given back, and the health page says so
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
