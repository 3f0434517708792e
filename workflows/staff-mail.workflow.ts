import {
  condition,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { StaffMailActivities } from '../activities/staff-mail.activities.js';
import { noticesUrgent, type StaffMailStart } from './messages.js';

// One attempt, as everywhere: what is due depends on the time, so trying again is the loop's, with a new `now`.
const { dueAccounts, sendStaffMail, nextStaffMail } = proxyActivities<StaffMailActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '10 minutes',
  retry: { maximumAttempts: 1 },
});

/** A run stays well under 200 events, as a journey's, also where urgent notices come faster than they are told. */
const longestHistory = 100;

/** Waits after rounds in which something failed: 1, 2, 4 … minutes, up to an hour. */
const firstPause = 60_000;
const longestPause = 60 * 60_000;

/** How a round ended: well, when something failed, cut short by a long history, or as an engine of an older generation. */
type Round = 'done' | 'failed' | 'long' | 'fenced';

/**
 * Has the staff's mail sent: each working morning, and in between what can't wait for it. It knows no rules: activities
 * name whose mail is due and when to look again. Start, recovery and continuation are one path.
 */
export async function staffMail(start: StaffMailStart): Promise<void> {
  let { generation, failures = 0, wakeAt = 0 } = start;
  let isWanted = false;

  // Before anything is awaited: a signal that comes with the start must find its handler.
  setHandler(noticesUrgent, (news) => {
    if (news.generation < generation) return;
    generation = news.generation;
    isWanted = true;
  });

  for (;;) {
    await wait(wakeAt, () => isWanted || isLong());
    if (isLong())
      return continueAsNew<typeof staffMail>({ generation, failures, wakeAt: isWanted ? 0 : wakeAt });
    isWanted = false;
    const asked = generation;
    const round = await carryOut(asked);
    if (round === 'fenced' && asked === generation) return;
    if (round === 'long' || round === 'fenced') {
      wakeAt = 0;
      continue;
    }
    const next = await attempt(() => nextStaffMail());
    const hasFailed = round === 'failed' || next === undefined || isOver(next);
    failures = hasFailed ? failures + 1 : 0;
    wakeAt = hasFailed ? againAfter(failures, next) : instantOf(next);
  }
}

/** Has every mail that is due looked at, one after the other: an SMTP server is no place for a crowd. */
async function carryOut(generation: number): Promise<Round> {
  const due = await attempt(() => dueAccounts({ generation }));
  if (due === 'fenced') return due;
  let failed = due === undefined;
  for (const mail of due ?? []) {
    if (isLong()) return 'long';
    const answer = await attempt(() => sendStaffMail({ ...mail, generation }));
    if (answer === 'fenced') return answer;
    if (answer === undefined) failed = true;
  }
  return failed ? 'failed' : 'done';
}

const isLong = (): boolean => workflowInfo().historyLength >= longestHistory;

const instantOf = (next: string | null): number | null => (next === null ? null : Date.parse(next));

/** Looked at everything, and something is due all the same: that is no reason to look again at once. */
const isOver = (next: string | null): boolean => next !== null && Date.parse(next) <= Date.now();

/** What failed waits longer each time; the others' morning does not wait for it. */
function againAfter(failures: number, next: string | null | undefined): number {
  const pause = Date.now() + Math.min(firstPause * 2 ** (failures - 1), longestPause);
  return typeof next === 'string' && !isOver(next) ? Math.min(pause, Date.parse(next)) : pause;
}

/** @param wakeAt in milliseconds; `null` where only news can change anything */
async function wait(wakeAt: number | null, changed: () => boolean): Promise<void> {
  if (wakeAt !== null && wakeAt <= Date.now()) return;
  setCurrentDetails(`waits for: news${wakeAt === null ? '' : `, or ${new Date(wakeAt).toISOString()}`}`);
  if (wakeAt === null) return condition(changed);
  await condition(changed, wakeAt - Date.now(), { summary: 'until the next mail to staff' });
}

/** An act that fails gives `undefined`: whatever went wrong, the workflow's own task must not fail because of it. */
async function attempt<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await act();
  } catch {
    return undefined; // Temporal shows the failed activity; the loop tries again later with a new `now`
  }
}
