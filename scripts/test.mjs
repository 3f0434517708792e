// The tests of `npm test`. With arguments Jest is given them: `npm test -- test/integration/import`. Without, all run: first
// those that bear company, two at a time, then those with a Lotse of their own, then the others, one after another. The last
// line sums all up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLine, sumOf } from '../test/support/closing-line-reporter.mjs';

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const asked = process.argv.slice(2);
const phases = ['together', 'paired', 'alone'];
let running;
let stopped = false;

// The terminal's Ctrl-C reaches Jest too; whoever stops only this process means both.
process.on('SIGINT', () => (stopped = true));
process.on('SIGTERM', () => {
  stopped = true;
  running?.kill('SIGTERM');
});

/** Runs Jest to its end; gives its exit code. */
async function run(options, env = {}) {
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  running = spawn(process.execPath, [...flags, jest, ...options], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const [code] = await once(running, 'exit');
  return code ?? 1;
}

async function runAll() {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-tests-'));
  const counted = [];
  let status = 0;
  for (const phase of phases) {
    if (stopped) break;
    const file = join(folder, phase);
    const code = await run(['--config', `jest.${phase}.config.js`], { LOTSE_TEST_COUNTS: file });
    status ||= code;
    if (existsSync(file)) counted.push(JSON.parse(readFileSync(file, 'utf8')));
  }
  rmSync(folder, { recursive: true });
  if (counted.length < phases.length) {
    console.error('The tests did not get as far as their end: see above.');
    return 1;
  }
  console.log(closingLine(sumOf(counted)));
  return status;
}

process.exitCode = asked.length > 0 ? await run(asked) : await runAll();
