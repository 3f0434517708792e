import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** No build takes that long: a lock that is older was left by one that was killed. */
const tooOldMs = 10 * 60_000;

/** Does the work while holding the lock file; waits while another process holds it. */
export async function withLock(path, work) {
  while (!claim(path)) {
    if (isLeftOver(path)) rmSync(path, { force: true });
    else await setTimeout(100);
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function claim(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function isLeftOver(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > tooOldMs) return true;
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
