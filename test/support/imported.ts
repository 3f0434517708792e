import type { ImportAnswer, ImportOutcome } from '../../contract/routes/imports.js';
import { createPool } from '../../src/database/pool.js';
import { readMasterKey } from '../../src/config/master-key.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import { atOnce } from '../../src/imports/at-once.js';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import type { BigRegister } from './big-register.js';
import { startLotse, type RunningLotse } from './running-lotse.js';

/** What an import came to, in words that are the same wherever it is carried out. */
export interface Imported {
  answer: ImportAnswer;
  /** What became of each line. */
  lines: string[];
  /** The journey of each line that has one: everything that its state says. */
  journeys: Map<number, string>;
  /** How many events of each type there are. */
  events: Record<string, number>;
  /** Streams whose chain of hashes is broken. */
  broken: number;
  seconds: number;
}

const importedAt = '2026-11-23T10:00:00.000Z';

/**
 * Imports a register with a whole Lotse of its own, after the earlier one.
 * @param disturb called again and again with how far the import is, from 0 to 1
 */
export async function imported(
  { earlier, register, rows }: BigRegister,
  disturb: (lotse: RunningLotse, done: number) => void,
): Promise<Imported> {
  const lotse = await startLotse({ LOTSE_NOW: importedAt, LOTSE_OFFICE_PHONE: '0241 4710 99' });
  try {
    const token = await lotse.account('koordination@example.org', 'coordinator');
    await lotse.account('coach.stolberg1@example.org', 'coach', ['stolberg']);
    await carriedOut(lotse, token, earlier, () => undefined);
    const began = performance.now();
    const answer = await carriedOut(lotse, token, register, (so) => {
      disturb(lotse, (so.opened + so.updated + so.unchanged + so.rejected) / rows);
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    return { answer, seconds, ...(await read(lotse, answer)) };
  } finally {
    await lotse.remove();
  }
}

/** Sends a file and follows the import to its end, whoever is killed meanwhile. */
async function carriedOut(
  lotse: RunningLotse,
  token: string,
  file: Buffer,
  progress: (so: ImportAnswer) => void,
): Promise<ImportAnswer> {
  const csv = { 'content-type': 'text/csv' };
  const path = '/imports?basis=consent_on_paper';
  const { status, json } = await lotse.call(token, 'POST', path, file.toString('utf8'), csv);
  if (status !== 202) throw new Error(`The import was answered with ${status}`);
  const end = Date.now() + 45 * 60_000;
  for (;;) {
    const shown = await lotse.call(token, 'GET', `/imports/${json.id}`).catch(() => undefined);
    const answer = shown?.status === 200 ? (shown.json as ImportAnswer) : undefined;
    if (answer?.state === 'done') return answer;
    if (answer?.state === 'failed' || Date.now() > end) throw new Error(`The import is ${answer?.state}`);
    if (answer) progress(answer);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function read({ run }: RunningLotse, { outcomes }: ImportAnswer) {
  const { wrapping } = masterSecrets(readMasterKey({ LOTSE_MASTER_KEY_FILE: run.masterKeyFile }));
  const sql = createPool(run.databaseUrl, 'app', 6);
  try {
    const lineOf = new Map(outcomes.map(({ line, journeyId }) => [journeyId, line]));
    const states = await atOnce(outcomes, 6, async ({ line, journeyId }) => {
      if (journeyId === undefined) return [];
      const { state } = await loadJourney(sql, wrapping, journeyId);
      return [[line, JSON.stringify(withoutIds(state))] as const];
    });
    const { rows: types } = await sql.query<{ type: string; count: number }>(
      'SELECT type, count(*)::int AS count FROM es.event GROUP BY type ORDER BY type',
    );
    const { rows: chains } = await sql.query<{ broken: number }>(
      'SELECT count(*)::int AS broken FROM es.stream WHERE es.broken_at(stream_id) IS NOT NULL',
    );
    return {
      journeys: new Map(states.flat()),
      lines: outcomes.map((outcome) => JSON.stringify(withLines(outcome, lineOf))),
      events: Object.fromEntries(types.map(({ type, count }) => [type, count])),
      broken: chains[0]?.broken ?? -1,
    };
  } finally {
    await sql.end();
  }
}

/** An outcome that names lines where it named journeys. */
function withLines(
  { journeyId, warnings, ...outcome }: ImportOutcome,
  lineOf: Map<string | undefined, number>,
) {
  const named = warnings?.map(({ journeyId: other, ...warning }) => ({
    ...warning,
    other: lineOf.get(other),
  }));
  return {
    ...outcome,
    has: journeyId !== undefined,
    warnings: named?.map((each) => JSON.stringify(each)).sort(),
  };
}

const id = /^([0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{32})$/;
const instant = /^(\d{4}-\d\d-\d\d)T[\d:.]+Z$/;

/** A state without what differs from one Lotse to the other: ids, and at what time of the day something was. */
function withoutIds(value: unknown): unknown {
  if (typeof value === 'string') return id.test(value) ? '#' : value.replace(instant, '$1');
  if (Array.isArray(value)) return value.map(withoutIds);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const named = entries
    .filter(([name]) => !id.test(name))
    .map(([name, each]) => [name, withoutIds(each)] as const);
  const ofIds = entries.filter(([name]) => id.test(name)).map(([, each]) => JSON.stringify(withoutIds(each)));
  return { ...Object.fromEntries(named), ...(ofIds.length > 0 && { '#': ofIds.sort() }) };
}

/** Kills whoever has that word in the command line. */
export function killAll(lotse: RunningLotse, words: readonly string[]): void {
  for (const word of words) for (const pid of lotse.pids(word)) killIfThere(pid);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended meanwhile
  }
}
