import { measured, type Measurement, type Size } from '../measurement.js';
import {
  allAtMidnight,
  caughtMails,
  eightWeeksFromThen,
  importedAt,
  importedOn,
  startBeforeMidnight,
  untilSent,
} from '../support/morning.js';
import { openJourneys, type OpenJourneys } from '../support/open-journeys.js';
import type { Topic } from '../topic.js';

const journeys: Readonly<Record<Size, number>> = { smoke: 20, short: 200, full: 10_000 };
/** Of so many journeys one is due. */
const oneIn = 10;

/** The worker dies so long before it. */
const beforeMs = 500;

/** A worker that is killed when many journeys are due, and what becomes of them. */
export const workerRestart: Topic = {
  name: 'worker-restart',
  title: 'a tenth of the open journeys due while the worker is dead',
  async measure(size, tell) {
    const count = journeys[size];
    const due = Math.ceil(count / oneIn);
    const open = await openJourneys(count, {
      env: allAtMidnight(importedAt),
      today: importedOn,
      validForDays: (index) => (index % oneIn === 0 ? eightWeeksFromThen : 150),
    });
    try {
      tell(`${open.ids.length} journeys are open, ${due} of them are due at midnight`);
      await startBeforeMidnight(open, beforeMs);
      const killed = performance.now();
      for (const pid of open.lotse.pids('worker.js')) process.kill(pid, 'SIGKILL');
      const sent = await untilSent(open, due);
      const doneAfter = (performance.now() - killed) / 1000;
      return { measurements: await measurementsOf(open, doneAfter, due - sent) };
    } finally {
      await open.close();
    }
  },
};

async function measurementsOf(
  open: OpenJourneys,
  doneAfter: number,
  missing: number,
): Promise<Measurement[]> {
  return [
    measured('worker_restart_due_done_s', 's', doneAfter),
    measured('worker_restart_missing', 'reminders', missing, { atMost: 0 }),
    measured('worker_restart_sent_again', 'reminders', caughtMails(open).again, { atMost: 0 }),
    measured('worker_restart_task_timeouts', 'tasks', await timeouts(open), { atMost: 0 }),
  ];
}

const timedOut = 8; // temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT
const startToClose = 1; // temporal.api.enums.v1.TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE

/** Tasks that the worker took and did not finish; that a dead one did not take its own is no fault. */
async function timeouts({ ids, standings }: OpenJourneys): Promise<number> {
  let count = 0;
  for (const [index, id] of ids.entries()) {
    if (index % oneIn !== 0) continue;
    const { events } = await standings.historyOf(id);
    count += (events ?? []).filter(
      ({ eventType, workflowTaskTimedOutEventAttributes: why }) =>
        eventType === timedOut && why?.timeoutType === startToClose,
    ).length;
  }
  return count;
}
