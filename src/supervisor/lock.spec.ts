import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '../embedded/processes.js';
import { takeLock } from './lock.js';

describe('the lock of a data directory', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lotse-lock-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

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
});
