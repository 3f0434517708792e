import { WorkflowIdConflictPolicy, type Client } from '@temporalio/client';
import type { staffMail } from '../../workflows/index.js';
import { noticesUrgent, staffMailWorkflowId, taskQueue } from '../../workflows/messages.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { Programmes } from '../programmes/programmes.js';
import { repeat } from '../repeat.js';
import { urgentNotices } from './due-mails.js';

export interface WakingParts {
  sql: Sql;
  client: Client;
  clock: Clock;
  programmes: Programmes;
  installation: string;
  generation: () => Promise<number>;
}

const lookEveryMs = 1000;
/** What comes within this time goes into one mail. */
const quietAfterSignalMs = 15_000;
/** An operator may have ended it, and a signal that was carried out in vain is repeated. */
const announceEveryMs = 10 * 60_000;

/**
 * Sees to it that the workflow of the staff's mail runs, under the generation that is valid, and wakes it when there is
 * something that can't wait for the morning. Any number of workers may: one signal more does no harm.
 */
export class StaffMailWaker {
  private announced: number | undefined;
  private told = new Set<string>();
  private quietUntil = 0;
  private announceAt = 0;

  constructor(private readonly parts: WakingParts) {}

  /** One look. Rejects while Temporal or the database is away. */
  async look(): Promise<void> {
    const { sql, clock, programmes, generation } = this.parts;
    const current = await generation();
    const time = performance.now();
    const isNew = current !== this.announced || time >= this.announceAt;
    if (!isNew && time < this.quietUntil) return;
    const windows = programmes.planning(programmes.current.key);
    const urgent = await urgentNotices(sql, await clock.now(), windows);
    if (!isNew && urgent.every((key) => this.told.has(key))) return;
    await this.signal(current);
    this.told = new Set(urgent);
    this.announced = current;
    this.quietUntil = time + quietAfterSignalMs;
    this.announceAt = time + announceEveryMs;
  }

  private async signal(generation: number): Promise<void> {
    const { client, installation } = this.parts;
    await client.withDeadline(Date.now() + 10_000, () =>
      client.workflow.signalWithStart<typeof staffMail, [{ generation: number }]>('staffMail', {
        workflowId: staffMailWorkflowId(installation),
        taskQueue,
        args: [{ generation }],
        signal: noticesUrgent,
        signalArgs: [{ generation }],
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        workflowTaskTimeout: '10s',
      }),
    );
  }
}

/** Looks again and again until stopped. */
export function wakeStaffMail(parts: WakingParts): { stop(): Promise<void> } {
  const waker = new StaffMailWaker(parts);
  // Temporal or the database is away: the health page says so, and the rows wait
  return repeat(() => waker.look().catch(() => undefined), lookEveryMs);
}
