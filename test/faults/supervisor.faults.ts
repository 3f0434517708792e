import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { freePort } from '../../src/embedded/ports.js';
import { eventually } from '../support/eventually.js';
import { newDataDir } from '../support/running-lotse.js';
import { endAllOf, processesOf, startSupervisor } from '../support/supervisor-process.js';

const rounds = Number(process.env['ROUNDS'] ?? 40);
/** What ends with its supervisor; PostgreSQL and Temporal are stopped by the next start. */
const own = /src\/(main|worker|demonstration|supervisor)\.js|mail-catcher\.js/;

let dataDir: string;
let port: number;
beforeEach(async () => {
  dataDir = newDataDir();
  port = await freePort();
});
afterEach(async () => {
  await endAllOf(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills a start after a while, again and again on the same data; whatever was cut off, the last one gets ready. */
async function killAgainAndAgain(env: Record<string, string>, longestMs: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const first = startSupervisor(dataDir, port, env);
    const after = Math.random() * longestMs;
    await pause(after);
    if (round % 5 === 4) {
      first.kill('SIGTERM'); // and in the middle of the stop
      await pause(Math.random() * 3000);
    }
    const before = processesOf(dataDir);
    first.kill('SIGKILL');
    await first.ended;
    const about = JSON.stringify({ round, after, before, lines: first.lines() }, null, 1);
    expect([about, ...first.lines().filter((line) => /cannot go on|could not be/.test(line))]).toEqual([
      about,
    ]);
    if (round % 2 === 0) continue; // the next start meets what has not ended yet
    await eventually(() => {
      const left = processesOf(dataDir).filter(({ command }) => own.test(command));
      expect({ about, left }).toEqual({ about, left: [] });
    }, 60_000);
  }
  const last = startSupervisor(dataDir, port, env);
  await last.says('Lotse is ready', 300_000);
  expect(processesOf(dataDir).filter(({ command }) => command.includes('start-dev'))).toHaveLength(1);
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['data']);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('lock'))).toEqual(['lock']);
  last.kill('SIGTERM');
  expect(await last.ended).toBe(0);
  expect(processesOf(dataDir)).toEqual([]);
}

it('a start that is killed at any moment leaves nothing in the way of the next one', () =>
  killAgainAndAgain({}, 12_000));

it('a demonstration whose making is killed at any moment is finished by the next start', () =>
  killAgainAndAgain({ LOTSE_DEMO: 'on' }, 25_000));
