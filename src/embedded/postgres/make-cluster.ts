import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeTree, syncDirectory } from '../files.js';
import { StartError } from '../start-error.js';
import type { Home } from './home.js';
import { stopMaking } from './orphan.js';

const major = '18';

/**
 * Makes the cluster unless it is there. It appears under its name only when it is complete, so an
 * interruption leaves nothing that looks like one.
 * @throws StartError when it can't be made, or is of another major version
 */
export async function makeCluster(
  initdb: string,
  home: Home,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  const { dir, cluster, user } = home;
  await removeHalfMade(dir);
  if (existsSync(cluster)) return assertVersion(cluster);
  const unfinished = join(dir, `new-${randomUUID()}`);
  const passwordFile = `${unfinished}.password`;
  let gone: Promise<unknown> | undefined;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    const making = promisify(execFile)(initdb, initdbArguments(unfinished, passwordFile), {
      ...user,
      cwd: dir,
      env: { LC_ALL: 'C' },
      signal,
    });
    gone = new Promise((resolve) => making.child.on('close', resolve));
    await making;
    renameSync(unfinished, cluster);
    syncDirectory(dir);
  } catch (error) {
    signal.throwIfAborted();
    const stderr = (error as { stderr?: string }).stderr?.trim().split('\n')[0];
    throw new StartError(`The database could not be made in ${dir}: ${stderr || (error as Error).message}`);
  } finally {
    // An abort is told at once, while initdb and its own server still write: what they leave is removed after them.
    await gone;
    rmSync(passwordFile, { force: true });
    await removeTree(unfinished);
  }
}

/** What a supervisor that was killed, or a power cut, left of a cluster: whoever still works on it goes first. */
async function removeHalfMade(dir: string): Promise<void> {
  await stopMaking(dir);
  for (const name of readdirSync(dir).filter((each) => each.startsWith('new-')))
    await removeTree(join(dir, name));
}

function initdbArguments(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: the same order on every system, whatever locales that has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function assertVersion(cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new StartError(
    `The database in ${cluster} was made by PostgreSQL ${found}, this one is ${major}: move it with pg_dump, or choose another LOTSE_DATA_DIR.`,
  );
}
