import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atBerlin } from '../../domain/deadlines/berlin.js';
import { coordinatorEmail } from './lotse.js';
import type { OpenJourneys } from './open-journeys.js';
import { untilIdle } from './relay.js';

/** A Wednesday without a holiday near it; eight weeks after it is one as well. */
export const theDay = '2027-01-20';
/** Everybody is imported two days before: an import writes to nobody, also not at once after its day. */
export const importedOn = '2027-01-18';
export const importedAt = `${importedOn}T11:00:00.000Z`;
/** Of a paper that is valid so many days from then one is reminded on that day, eight weeks before its end. */
export const eightWeeksFromThen = 56 + 2;

/** The environment of a Lotse at another instant, whose mails can say whom to call. Only a test's clock may be moved. */
export const at = (instant: string): Record<string, string> => ({
  NODE_ENV: 'test',
  LOTSE_NOW: instant,
  LOTSE_OFFICE_PHONE: '0241 4710 99',
});

/** The same where all of a day's reminders are due when it begins. */
export const allAtMidnight = (instant: string): Record<string, string> => ({
  ...at(instant),
  LOTSE_QUIET_HOURS: 'off',
});

const midnight = Date.parse(atBerlin(theDay, 0));
/** A moved clock is a moved timer, of which every workflow is told: on a slow machine some forty follow in a second. */
const followPerSecond = 35;

/** Starts Lotse again just before the day begins, and waits until it nearly does: every workflow's timer is set by then. */
export async function startBeforeMidnight(open: OpenJourneys, endsBeforeMs: number): Promise<void> {
  const aheadMs = 30_000 + (open.ids.length / followPerSecond) * 1000;
  await open.lotse.again(allAtMidnight(new Date(midnight - aheadMs).toISOString()));
  await untilIdle(open.db);
  await open.standings.untilSettled();
  const left = midnight - endsBeforeMs - open.lotse.run.clockOffsetMs - Date.now();
  if (left <= 0) throw new Error('Midnight had come before every workflow had set its timer');
  await wait(left);
}

/** How many reminders have left, by the log. */
export async function sentMessages({ db }: OpenJourneys): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM es.event WHERE type = 'MessageSent'`,
  );
  return rows[0]?.count ?? 0;
}

const lookEveryMs = 100;
/** Looking takes so small a part of what is measured: the log grows meanwhile. */
const lookingShare = 1 / 100;

/** Waits until so many have left, or until for so long nothing has happened. */
export async function untilSent(open: OpenJourneys, wanted: number, patienceMs = 120_000): Promise<number> {
  let sent = 0;
  let since = performance.now();
  while (sent < wanted && performance.now() - since < patienceMs) {
    const before = sent;
    const looked = performance.now();
    sent = await sentMessages(open);
    if (sent > before) since = performance.now();
    await wait(Math.max(lookEveryMs, (performance.now() - looked) / lookingShare));
  }
  return sent;
}

/**
 * What the mail server got: how many reminders, and how many of them once more. The second of one has a 2 in its name.
 * What the coordinator was told meanwhile is no reminder.
 */
export function caughtMails({ lotse }: OpenJourneys): { once: number; again: number } {
  const mailbox = join(lotse.dataDir, 'mail');
  const isReminder = (name: string): boolean =>
    name.endsWith('.eml') && !readFileSync(join(mailbox, name), 'utf8').includes(`To: ${coordinatorEmail}`);
  const names = readdirSync(mailbox).filter(isReminder);
  const once = names.filter((name) => name.endsWith('.1.eml')).length;
  return { once, again: names.length - once };
}
