import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { built } from '../embedded/built.js';
import { identify } from '../embedded/processes.js';
import { takeLock } from './lock.js';

describe('the lock of a data directory', () => {
  let dir: string;
  const starts: ChildProcess[] = [];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lotse-lock-'));
  });
  afterEach(() => {
    for (const start of starts.splice(0)) start.kill('SIGKILL');
    for (const path of [dir, `${dir}.mjs`]) rmSync(path, { recursive: true, force: true });
  });

  it('is held by one, and free again when given back', () => {
    const lock = takeLock(dir);
    expect(() => takeLock(dir)).toThrow(/^Lotse already runs on .* \(process \d+\)/);
    lock.release();
    expect(takeLock(dir).takenOver).toBe(false);
  });

  it('is taken over from one that was killed, also when its number belongs to somebody else by now', async () => {
    const other = spawn('sleep', ['30']);
    const began = identify(other.pid!);
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    writeFileSync(join(dir, 'lock'), JSON.stringify(began));
    const lock = takeLock(dir);
    expect(lock.takenOver).toBe(true);
    writeFileSync(join(dir, 'lock'), JSON.stringify({ ...identify(process.pid), began: 'earlier' }));
    expect(takeLock(dir).takenOver).toBe(true);
  });

  it('is taken over when a power cut left it empty', () => {
    writeFileSync(join(dir, 'lock'), '');
    takeLock(dir);
    expect(readdirSync(dir)).toEqual(['lock']);
  });

  it('is taken over by exactly one of those that try at the same moment, time and again', async () => {
    for (let each = 0; each < 4; each += 1) starts.push(aStart(dir));
    await Promise.all(starts.map((start) => once(start, 'message')));
    const dead = { ...identify(process.pid), began: 'earlier' };
    for (let round = 0; round < 150; round += 1) {
      writeFileSync(join(dir, 'lock'), JSON.stringify({ ...dead, round }));
      if (round % 3 === 0) rmSync(join(dir, 'lock')); // nobody had it
      const answers = await Promise.all(starts.map((start) => asked(start, 'take')));
      const losers = answers.filter((answer) => answer !== 'taken');
      expect({ round, taken: answers.length - losers.length }).toEqual({ round, taken: 1 });
      for (const said of losers) expect(said).toMatch(/^StartError: Lotse already runs on .*\(process \d+\)/);
      await Promise.all(starts.map((start) => asked(start, 'release')));
    }
    expect(readdirSync(dir)).toEqual([]);
  }, 60_000);

  it('is taken over though the one that was about to take it over was killed', () => {
    const dead = { ...identify(process.pid), began: 'earlier' };
    const first = JSON.stringify(dead);
    const heir = JSON.stringify({ ...dead, began: 'later' });
    writeFileSync(join(dir, 'lock'), first);
    const succession = createHash('sha256').update(first).digest('hex').slice(0, 32);
    writeFileSync(join(dir, `lock.after-${succession}`), heir);
    expect(takeLock(dir).takenOver).toBe(true);
    expect(readdirSync(dir)).toEqual(['lock']);
  });
});

/** A process that takes the lock, and gives it back, when it is told. */
function aStart(dir: string): ChildProcess {
  const program = `
    import { takeLock } from ${JSON.stringify(built('supervisor/lock.js').href)};
    let lock;
    process.on('message', (order) => {
      try {
        if (order === 'take') lock = takeLock(${JSON.stringify(dir)});
        else { lock?.release(); lock = undefined; }
        process.send('taken');
      } catch (error) {
        process.send(error.name + ': ' + error.message);
      }
    });
    process.send('here');`;
  const script = join(dir, '..', `${basename(dir)}.mjs`);
  writeFileSync(script, program);
  return fork(script, { execArgv: [] });
}

async function asked(start: ChildProcess, order: string): Promise<string> {
  const answer = once(start, 'message');
  start.send(order);
  return ((await answer) as [string])[0];
}
