import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningLotse } from '../../src/cli/where.js';
import { makeDir } from '../../src/embedded/files.js';
import { freePort } from '../../src/embedded/ports.js';
import type { Instance } from '../../src/supervisor/instance.js';
import { eventually } from '../support/eventually.js';
import { newDataDir } from '../support/running-lotse.js';
import { smallDisk } from '../support/small-disk.js';
import {
  endAllOf,
  processesOf,
  startSupervisor,
  type SupervisorProcess,
} from '../support/supervisor-process.js';

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
const killed = (supervisor: SupervisorProcess): Promise<unknown> => {
  supervisor.kill('SIGKILL');
  return supervisor.ended;
};
const said = (word: string) => processesOf(dataDir).filter(({ command }) => command.includes(word));
const runs = (): boolean => runningLotse({ LOTSE_DATA_DIR: dataDir }) !== undefined;

/** Its own processes; the servers outlive it. */
const own = ['api/main.js', 'src/worker.js', 'mail-catcher.js', 'src/supervisor.js'];

/** Who gets ready of those that start; the others say that it runs, each in one line. */
async function winnerOf(starts: readonly SupervisorProcess[]): Promise<SupervisorProcess> {
  const ready = starts.map((each) => each.says('Lotse is ready').then(() => each));
  const winner = await Promise.any(ready);
  for (const loser of starts.filter((each) => each !== winner)) {
    expect(await loser.ended).toBe(1);
    expect(loser.lines()).toEqual([
      expect.stringMatching(`^Lotse already runs on ${dataDir} \\(process ${winner.pid}\\): stop it, or set`),
    ]);
  }
  await Promise.allSettled(ready);
  return winner;
}

describe('a supervisor that is killed', () => {
  let running: SupervisorProcess;

  it('while the database is being made leaves nothing that the next start takes for one', async () => {
    const first = start();
    await eventually(() => expect(said('--pgdata=')).not.toEqual([]), 60_000);
    await killed(first);
    const second = start();
    await second.says('PostgreSQL on');
    expect(second.lines().filter((line) => line.includes('could not'))).toEqual([]);
    expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['data']);
    await eventually(() => expect(said('src/worker.js')).not.toEqual([]), 60_000);
    await killed(second); // while API and worker load
    await eventually(() => expect(own.flatMap(said)).toEqual([]), 60_000);
  }, 180_000);

  it('is succeeded by exactly one of those that start at once, which stops the servers left over', async () => {
    const left = processesOf(dataDir).map(({ pid }) => pid);
    expect(left.length).toBeGreaterThan(1);
    running = await winnerOf([start(), start(), start()]);
    expect(runs()).toBe(true);
    const now = processesOf(dataDir).map(({ pid }) => pid);
    expect(now.filter((pid) => left.includes(pid))).toEqual([]);
    expect(said('start-dev')).toHaveLength(1);
  }, 180_000);

  it('while everything runs takes its own processes along; the command line says that none runs', async () => {
    await killed(running);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(true);
    expect(runs()).toBe(false);
    await eventually(() => expect(own.flatMap(said)).toEqual([]), 60_000);
    expect(said('start-dev')).toHaveLength(1);
  }, 90_000);

  it('while it stops is succeeded too, whatever files and foreign servers stand in the way', async () => {
    const next = start();
    await next.says('Lotse is ready');
    next.kill('SIGTERM');
    await next.says('Lotse stops.');
    await killed(next);
    await eventually(() => expect(own.flatMap(said)).toEqual([]), 60_000);
    writeFileSync(join(dataDir, 'run.json'), '{"pid":');
    expect(runs()).toBe(false);
    const { ports } = JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')) as Instance;
    await endAllOf(dataDir);
    const stranger = createServer().listen(ports.postgres, '127.0.0.1');
    const last = start();
    await last.says('PostgreSQL on');
    expect(last.lines().join()).not.toContain(`:${ports.postgres}`);
    last.kill('SIGTERM');
    expect(await last.ended).toBe(0);
    stranger.close();
    expect(processesOf(dataDir)).toEqual([]);
    expect(readdirSync(dataDir).filter((name) => /part$|^lock|^run/.test(name))).toEqual([]);
  }, 180_000);
});

describe('a disk without room', () => {
  const disk = smallDisk(1);
  afterAll(() => disk?.remove());

  // Where no file system can be mounted the writes themselves are made to fail.
  it(`ends the start with one line that names it (${disk ? 'a small file system' : 'writes that fail'})`, async () => {
    const dir = join(disk?.dir ?? dataDir, 'full');
    makeDir(dir);
    disk?.fill();
    const fails = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      fs.writeFileSync = () => { throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }); };
      syncBuiltinESMExports();`;
    const shim = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fails)}` };
    const refused = startSupervisor(dir, port, disk ? {} : shim);
    expect(await refused.ended).toBe(1);
    expect(refused.lines()).toEqual([
      expect.stringMatching(
        `^The disk of ${dir} is full \\(ENOSPC: .*\\): make room there, or set another LOTSE_DATA_DIR\\.$`,
      ),
    ]);
  }, 60_000);
});
