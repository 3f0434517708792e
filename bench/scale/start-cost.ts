import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { dirname } from 'node:path';
import { freePort } from '../../src/embedded/ports.js';
import { childrenEnv } from '../../src/supervisor/children-env.js';
import type { RunFile } from '../../src/supervisor/run-file.js';
import { apiOptions } from '../../src/supervisor/own-parts.js';
import { readSettings } from '../../src/supervisor/settings.js';
import { measured, roundsOf, type Measurement, type Size } from '../measurement.js';
import { Caller } from '../support/http.js';
import type { Installation } from './installation.js';

/** Where the API was built: this file may be its source. */
const api = fileURLToPath(
  new URL(
    import.meta.url.includes('/dist/') ? '../../api/main.js' : '../../dist/api/main.js',
    import.meta.url,
  ),
);
const patienceMs = 60_000;

/** From the start of one more API until it answers, and until it finds somebody by name. */
export async function measureStart(installation: Installation, size: Size): Promise<Measurement[]> {
  const rounds: Start[] = [];
  for (let round = 1; round <= roundsOf(size); round += 1) rounds.push(await oneStart(installation));
  const answers = rounds.map((each) => each.answers);
  const names = rounds.map((each) => each.names);
  return [measured('api_answers_s', 's', answers), measured('api_ready_s', 's', names, { atMost: 5 })];
}

/** Seconds. */
interface Start {
  answers: number;
  names: number;
}

async function oneStart({ lotse: { run, token } }: Installation): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...apiOptions, api], {
    env: envOfOneMore(run, port),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const caller = new Caller(`http://127.0.0.1:${port}`, token);
  try {
    const answers = await until(caller, '/journeys?limit=1', began);
    return { answers, names: await until(caller, '/journeys?q=mansour&open=all&limit=1&sort=name', began) };
  } finally {
    caller.close();
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

/** As the supervisor starts it, on another port. */
function envOfOneMore(run: RunFile, port: number): NodeJS.ProcessEnv {
  const env = { ...process.env, LOTSE_PORT: String(port), LOTSE_DEMO: 'off' };
  const settings = readSettings(env, undefined, Date.now());
  return childrenEnv(env, settings, run, dirname(run.masterKeyFile ?? ''), run.masterKeyFile);
}

/** Seconds until this is answered: an API that is not there yet, or still reads names in, is asked again. */
async function until(caller: Caller, path: string, began: number): Promise<number> {
  for (;;) {
    const status = await caller.call('GET', path).then(
      (answer) => answer.status,
      () => 0,
    );
    const ms = performance.now() - began;
    if (status === 200) return ms / 1000;
    if (ms > patienceMs) throw new Error(`${path} was not answered within a minute`);
    await wait(20);
  }
}
