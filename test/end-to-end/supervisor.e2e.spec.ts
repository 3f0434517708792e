import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningLotse } from '../../src/cli/where.js';
import { freePort } from '../../src/embedded/ports.js';
import { eventually } from '../support/eventually.js';
import { newDataDir } from '../support/running-lotse.js';
import { endAllOf, processesOf, startSupervisor } from '../support/supervisor-process.js';

const dataDir = newDataDir();
let port: number;
beforeAll(async () => {
  port = await freePort();
});
afterAll(async () => {
  await endAllOf(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const start = (env?: Record<string, string>) => startSupervisor(dataDir, port, env);
const said = (word: string) => processesOf(dataDir).filter(({ command }) => command.includes(word));
const runs = (): boolean => runningLotse({ LOTSE_DATA_DIR: dataDir }) !== undefined;

/** Its own processes; the servers outlive it. */
const own = ['src/main.js', 'src/worker.js', 'mail-catcher.js', 'src/supervisor.js'];

describe('a supervisor that is killed', () => {
  it('while the database is being made leaves nothing that the next start takes for one', async () => {
    const first = start();
    await eventually(() => expect(said('--pgdata=')).not.toEqual([]), 60_000);
    first.kill('SIGKILL');
    await first.ended;
    const second = start();
    await second.says('PostgreSQL on');
    expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['data']);
    second.kill('SIGKILL'); // while API and worker load, or migrate
    await second.ended;
  }, 120_000);

  it('before all was ready leaves no process that waits for ever, and the next start gets ready', async () => {
    const third = start();
    await eventually(() => expect(said('src/worker.js')).not.toEqual([]), 60_000);
    third.kill('SIGKILL');
    await third.ended;
    await eventually(() => expect(own.flatMap(said)).toEqual([]), 30_000);
    const fourth = start();
    await fourth.says('Lotse is ready');
    fourth.kill('SIGKILL');
    await fourth.ended;
  }, 120_000);

  it('while everything runs takes its own processes along; the command line says that none runs', async () => {
    expect(runs()).toBe(false);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(true);
    await eventually(() => expect(own.flatMap(said)).toEqual([]), 30_000);
    expect(said('start-dev')).toHaveLength(1);
  }, 60_000);

  it('is succeeded by exactly one of those that start at once, which stops the servers left over', async () => {
    const left = processesOf(dataDir).map(({ pid }) => pid);
    const starts = [start(), start(), start()];
    const ready = starts.map((each) => each.says('Lotse is ready').then(() => each));
    const winner = await Promise.any(ready);
    const losers = starts.filter((each) => each !== winner);
    for (const loser of losers) {
      expect(await loser.ended).toBe(1);
      expect(loser.lines()).toEqual([
        expect.stringMatching(`^Lotse already runs on ${dataDir} \\(process ${winner.pid}\\): stop it, or set`),
      ]);
    }
    await Promise.allSettled(ready);
    expect(runs()).toBe(true);
    expect(said('start-dev')).toHaveLength(1);
    expect(said('start-dev').map(({ pid }) => left.includes(pid))).toEqual([false]);
    winner.kill('SIGTERM');
    await winner.says('Lotse stops.');
    winner.kill('SIGKILL'); // in the middle of the stop
    await winner.ended;
  }, 120_000);

  it('while it stops is succeeded too, beside files that are damaged and a port that somebody else has', async () => {
    const { ports } = JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')) as {
      ports: { temporalUi: number };
    };
    writeFileSync(join(dataDir, 'run.json'), '{"pid":');
    expect(runs()).toBe(false);
    const last = start();
    await last.says('Lotse is ready');
    last.kill('SIGTERM');
    expect(await last.ended).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
    expect(ports.temporalUi).toBeGreaterThan(0);
    expect(readdirSync(dataDir).filter((name) => /part$|^lock|run/.test(name))).toEqual([]);
  }, 120_000);
});
