import { join, resolve } from 'node:path';
import { ConfigError } from '../config/config-error.js';
import { readOptional, readRequired, type Environment } from '../config/read-variable.js';
import { diskTrouble } from '../embedded/disk-room.js';
import { makePrivateDir, removeUnfinishedFiles } from '../embedded/files.js';
import { assertFree } from '../embedded/ports.js';
import { identify } from '../embedded/processes.js';
import { reasonOf, StartError } from '../embedded/start-error.js';
import { masterKeyFile, openDataDir } from './data-dir.js';
import { drawPorts, type Ground } from './embedded-parts.js';
import { readInstance, writeInstance } from './instance.js';
import { takeLock } from './lock.js';
import { Lotse } from './lotse.js';
import { removeRunFile, writeRunFile, type RunFile } from './run-file.js';
import { seconds } from './seconds.js';
import { readSettings, type Settings } from './settings.js';
import type { Servers } from './children-env.js';

/** How long a predecessor's orphans may take to leave the port. */
const patienceMs = 10_000;

/**
 * Runs Lotse until it is asked to stop.
 * @param say prints a line
 * @param complain prints the one line that says why it can't
 * @returns the exit code
 */
export async function supervise(
  env: Environment,
  stop: AbortSignal,
  say: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> {
  process.umask(0o077);
  let dataDir: string | undefined;
  try {
    dataDir = openDataDir(readRequired(env, 'LOTSE_DATA_DIR'));
    const lock = takeLock(dataDir);
    try {
      await runOn(dataDir, lock.takenOver, env, stop, say);
    } finally {
      lock.release();
    }
    return 0;
  } catch (error) {
    complain(whyNot(error, dataDir));
    return 1;
  }
}

function whyNot(error: unknown, dataDir: string | undefined): string {
  const trouble = dataDir && diskTrouble(error, [dataDir, join(dataDir, 'postgres')]);
  if (trouble) return `${trouble}: make room there, or set another LOTSE_DATA_DIR.`;
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  const reason = `Lotse cannot go on: ${reasonOf(error)}`;
  const denied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
  return denied
    ? `${reason}. It belongs to another user: start Lotse as that one, or set another LOTSE_DATA_DIR.`
    : reason;
}

async function runOn(
  dataDir: string,
  takenOver: boolean,
  env: Environment,
  stop: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const began = performance.now();
  removeRunFile(dataDir);
  removeUnfinishedFiles(dataDir);
  const remembered = readInstance(dataDir);
  const settings = readSettings(env, remembered, Date.now());
  await assertFree(settings.port, settings.host, takenOver ? patienceMs : 0);
  const ports = await drawPorts(remembered?.ports ?? {});
  writeInstance(dataDir, { demo: settings.demo, demonstration: settings.sandbox, ports });
  makePrivateDir(join(dataDir, 'logs'));
  const keyFile = settings.ownMasterKey ? undefined : masterKeyFile(dataDir);
  const ground: Ground = { dataDir, ports, env, say };
  say(`Lotse starts${settings.demo ? ' as a demonstration' : ''}; its data: ${dataDir}`);
  const lotse = new Lotse(settings, ground, keyFile);
  try {
    const servers = await unlessStopped(lotse.start(), stop);
    if (servers) {
      writeRunFile(dataDir, runFile(ground, settings, servers, keyFile));
      for (const line of lotse.signIn) say(line);
      if (servers.temporalUi) say(`Temporal's pages: ${servers.temporalUi}`);
      say(`Everything answers ${seconds(performance.now() - began)}`);
      say(`Lotse is ready: ${settings.url}`);
      await stopped(stop);
    }
  } finally {
    const stopBegan = performance.now();
    say('Lotse stops.');
    await lotse.stop();
    removeRunFile(dataDir);
    say(`Lotse has stopped ${seconds(performance.now() - stopBegan)}`);
  }
}

function runFile(
  { env }: Ground,
  settings: Settings,
  servers: Servers,
  keyFile: string | undefined,
): RunFile {
  const { url, clockOffsetMs, demo, quietHours } = settings;
  const masterKeyFile = keyFile ?? readOptional(env, 'LOTSE_MASTER_KEY_FILE');
  const me = identify(process.pid);
  return {
    pid: process.pid,
    began: me?.began ?? '',
    ...(me?.boot && { boot: me.boot }),
    url,
    ...servers,
    temporalNamespace: readRequired(env, 'TEMPORAL_NAMESPACE'),
    ...(masterKeyFile && { masterKeyFile: resolve(masterKeyFile) }),
    clockOffsetMs,
    demo,
    quietHours,
    started: new Date().toISOString(),
  };
}

/** What was started, or undefined when a stop came first. */
async function unlessStopped(start: Promise<Servers>, stop: AbortSignal): Promise<Servers | undefined> {
  start.catch(() => undefined);
  return Promise.race([start, stopped(stop).then(() => undefined)]);
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
