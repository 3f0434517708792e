import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { afterEach, describe, expect, it } from '@jest/globals';
import { giveWay } from './give-way.js';

const sleeper = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
let child: ReturnType<typeof sleeper>;
afterEach(() => void child.kill('SIGKILL'));

describe('a process for which nobody waits', () => {
  it('gives way to the others', () => {
    child = sleeper();
    const pid = child.pid ?? 0;
    const before = getPriority(pid);
    giveWay(pid);
    expect(getPriority(pid)).toBeGreaterThan(before);
  });

  it('may have ended already', async () => {
    child = sleeper();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(() => giveWay(child.pid ?? 0)).not.toThrow();
  });
});
