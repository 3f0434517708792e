import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { meanwhile } from './meanwhile.js';
import { untilIdle } from './relay.js';
import type { OpenJourneys } from './open-journeys.js';

/** Nothing is due so soon by itself, and no bench takes so long. */
const aheadMinutes = 180;

/**
 * Gives every journey an earlier next due instant of which its workflow does not know: what a change of rules leaves
 * for the relay. Each round's is earlier than the one before, so that each workflow has to set its timer anew.
 */
export async function replanAll(db: pg.Pool, round: number): Promise<void> {
  await db.query(
    `UPDATE rm.journey SET next_due = due.at, bulk = true, news = 'agendaChanged', armed_version = stream_version - 1,
            standing = jsonb_set(standing, '{nextDue}', to_jsonb(due.text))
       FROM (SELECT at, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS text
               FROM (SELECT now() + make_interval(mins => $1) AS at) instant) due`,
    [aheadMinutes - 10 * round],
  );
}

/** Milliseconds of commands that coaches sent while something else went on. */
export interface Meanwhile {
  /** Until the answer. */
  answered: number[];
  /** Until the journey's workflow was told. */
  told: number[];
  refused: number;
}

const commandEveryMs = 200;
const lookEveryMs = 40;
const patienceMs = 60_000;

/** Sends a command now and then, to one journey after another, until the work is done. */
export async function commandsDuring(open: OpenJourneys, work: Promise<unknown>): Promise<Meanwhile> {
  const found: Meanwhile = { answered: [], told: [], refused: 0 };
  await meanwhile(work, commandEveryMs, (index) =>
    // a step that shares no factor with small numbers: neither neighbours in the file nor in the index
    command(open, open.ids[(index * 37) % open.ids.length] ?? '', found),
  );
  return found;
}

async function command({ caller, db }: OpenJourneys, id: string, found: Meanwhile): Promise<void> {
  const began = performance.now();
  const on = berlinDay(new Date().toISOString());
  const contact = { on, channel: 'phone', direction: 'out', reached: false };
  const { status } = await caller.call('POST', `/journeys/${id}/contacts`, contact);
  if (status !== 201) {
    found.refused += 1;
    return;
  }
  found.answered.push(performance.now() - began);
  const { rows } = await db.query<{ version: string }>(
    'SELECT stream_version AS version FROM rm.journey WHERE id = $1',
    [id],
  );
  const isTold = async (): Promise<boolean> =>
    ((await db.query('SELECT FROM rm.journey WHERE id = $1 AND armed_version >= $2', [id, rows[0]?.version]))
      .rowCount ?? 0) > 0;
  while (!(await isTold()) && performance.now() - began < patienceMs) await wait(lookEveryMs);
  found.told.push(performance.now() - began);
}

/** Waits until all workflows were told and have set their timers; gives how many a second. */
export async function toldPerSecond({ db, standings, ids }: OpenJourneys): Promise<number> {
  const began = performance.now();
  await untilIdle(db, lookEveryMs);
  await standings.untilSettled();
  return (ids.length * 1000) / (performance.now() - began);
}
