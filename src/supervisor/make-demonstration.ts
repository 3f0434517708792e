import { join } from 'node:path';
import { built } from '../embedded/built.js';
import { exitCodeForConfig } from '../config/config-error.js';
import { NotReady } from '../embedded/running.js';
import { startNode } from '../embedded/start-node.js';
import { StartError } from '../embedded/start-error.js';
import { withoutAdmin } from './children-env.js';
import type { Ground } from './embedded-parts.js';
import { seconds } from './seconds.js';

/** What the process says over IPC, beside that it is done. */
interface Said {
  progress?: { done: number; of: number };
  signIn?: { password: string; examples: readonly { role: string; email: string }[] };
}

/** On a busy machine; on two free cores it takes a quarter of a minute. */
const readyWithinMs = 300_000;
/** It has nothing more to do by then. */
const stopWithinMs = 2000;
/** How often it is said how far it is, in hundredths of the whole. */
const sayEvery = 20;

/**
 * Fills a fresh database with the demonstration, before API and worker start; one that is there stays as it is.
 * @returns the lines that say who may sign in
 * @throws StartError where this database is in real use, or the process fails
 */
export async function makeDemonstration(
  { dataDir, say }: Ground,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const began = performance.now();
  const logFile = join(dataDir, 'logs', 'demonstration.log');
  let said = 0;
  let signIn: Said['signIn'];
  const onMessage = (message: unknown): void => {
    const { progress, signIn: known } = message as Said;
    signIn ??= known;
    const share = progress ? Math.floor((progress.done * 100) / progress.of) : 0;
    if (share < said + sayEvery) return;
    said = share - (share % sayEvery);
    say(`  The demonstration is being made: ${said} %`);
  };
  try {
    const script = built('demonstration.js');
    const running = await startNode({
      script,
      env: withoutAdmin(env),
      logFile,
      readyWithinMs,
      onMessage,
      signal,
    });
    await running.stop(stopWithinMs);
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    if (error.exit.code === exitCodeForConfig) throw new StartError(error.exit.lastLine);
    throw new StartError(`The demonstration could not be made (${error.message}). More is in ${logFile}.`);
  }
  if (said > 0)
    say(`  The demonstration: 400 invented people with a past ${seconds(performance.now() - began)}`);
  return signInLines(signIn);
}

function signInLines(signIn: Said['signIn']): string[] {
  if (!signIn) return [];
  const { password, examples } = signIn;
  return [
    'This is a demonstration: everybody in it is invented, and nothing leaves this machine. Sign in as',
    ...examples.map(({ role, email }) => `  ${role.padEnd(11)} ${email}`),
    `  with the password ${password} (it is that of all accounts of the demonstration)`,
  ];
}
