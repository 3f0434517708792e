import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/embedded/ports.js';
import { startPostgres } from '../../src/embedded/postgres/start-postgres.js';
import type { Ground, Started, StartCandidates } from './candidate.js';
import { startDbos } from './dbos/candidate.js';
import { startLotse } from './lotse/candidate.js';
import { Runner, type Turn } from './runner.js';
import { startTextbookTemporal } from './textbook-temporal/candidate.js';
import { startTypeOrm } from './typeorm/candidate.js';

/** How long the race is. */
export interface Course {
  journeys: number;
  rounds: number;
  /** Of each turn. */
  seconds: number;
  /** Before the first turn that counts, so many or so long: what is compiled late is compiled then. */
  warmUp: { milestones: number; seconds: number };
}

/** What one candidate did. */
export interface Raced {
  name: string;
  turns: Turn[];
  /** How many milestones are not in the journeys, or there twice. */
  miscounted: number;
}

const starts: readonly StartCandidates[] = [startLotse, startDbos, startTextbookTemporal, startTypeOrm];

/** All candidates on one PostgreSQL, with Lotse's settings of it; they take turns, so that nobody shares a turn. */
export async function race(course: Course, tell: (progress: string) => void): Promise<Raced[]> {
  const dir = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  const place = { dataDir: dir, port: await freePort() };
  const postgres = await startPostgres(place, new AbortController().signal);
  const started: Started[] = [];
  try {
    const runners = await startAll({ postgres, dir }, course, started, tell);
    return await takeTurns(runners, course, tell);
  } finally {
    for (const { stop } of started.toReversed()) await stop();
    await postgres.stop(10_000);
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Starting is not what is measured: all start at once, then each opens its journeys and warms up. */
async function startAll(
  ground: Ground,
  course: Course,
  started: Started[],
  tell: (progress: string) => void,
): Promise<Runner[]> {
  const all = await Promise.allSettled(starts.map((start) => start(ground)));
  started.push(...all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  for (const each of all) if (each.status === 'rejected') throw each.reason;
  const runners: Runner[] = [];
  for (const candidate of started.flatMap(({ candidates }) => candidates)) {
    const runner = await Runner.of(candidate, course.journeys, ground.postgres.pid);
    await runner.warmUp(course.warmUp.milestones, course.warmUp.seconds);
    tell(`${candidate.name || 'lotse'} is ready`);
    runners.push(runner);
  }
  return runners;
}

async function takeTurns(
  runners: readonly Runner[],
  { rounds, seconds }: Course,
  tell: (progress: string) => void,
): Promise<Raced[]> {
  const raced = runners.map(({ candidate: { name } }): Raced => ({ name, turns: [], miscounted: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, runner] of runners.entries()) {
      const turn = await runner.turn(seconds);
      raced[index]?.turns.push(turn);
      tell(`${runner.candidate.name || 'lotse'}: ${inWords(turn)}`);
    }
  }
  for (const [index, each] of raced.entries()) each.miscounted = (await runners[index]?.miscounted()) ?? 0;
  return raced;
}

function inWords({ accepted, seconds, drainSeconds, cpuMs }: Turn): string {
  const cpu = Object.entries(cpuMs).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
  const rate = Math.round(accepted / seconds);
  const drain = drainSeconds === undefined ? '' : `, followed after ${drainSeconds.toFixed(2)} s`;
  return `${rate}/s${drain}; CPU ms: ${cpu.join(', ')}`;
}
