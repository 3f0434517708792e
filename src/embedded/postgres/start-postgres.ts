import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateDir } from '../files.js';
import { openLog } from '../log-file.js';
import { untilReady, type Running } from '../running.js';
import { findBinaries } from './binaries.js';
import { prepareHome } from './home.js';
import { makeCluster } from './make-cluster.js';
import { stopOrphan } from './orphan.js';
import { passwordsFor } from './passwords.js';
import { answers, prepareDatabase } from './prepare-database.js';
import { serverSettings } from './settings.js';

/** A PostgreSQL that answers. */
export interface RunningPostgres extends Running {
  /** For the login `lotse`, which owns nothing. */
  url: string;
  /** For the superuser, for migrations. */
  adminUrl: string;
}

/** Where a PostgreSQL shall run. */
export interface PostgresPlace {
  /** An existing directory; the cluster is made in it when missing. */
  dataDir: string;
  /** A free port on 127.0.0.1. */
  port: number;
  say?: (line: string) => void;
}

/**
 * Starts the PostgreSQL of a data directory, made on the first call, with its database and users.
 * @throws StartError for a reason that an operator can remove, NotReady when the server ended
 */
export async function startPostgres(place: PostgresPlace, signal: AbortSignal): Promise<RunningPostgres> {
  const { port, say = () => undefined } = place;
  const dataDir = realpathSync(place.dataDir);
  const home = await prepareHome(dataDir, say);
  const { initdb, postgres } = findBinaries(home.user);
  const passwords = passwordsFor(dataDir, home.cluster);
  await makeCluster(initdb, home, passwords.postgres, signal);
  await stopOrphan(home.cluster);
  makePrivateDir(join(dataDir, 'logs'));
  const log = openLog(join(dataDir, 'logs', 'postgres.log'));
  const child = spawn(postgres, ['-D', home.cluster, ...serverSettings(port)], {
    ...home.user,
    cwd: home.dir,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  const login = (user: 'postgres' | 'lotse', database: string) =>
    `postgresql://${user}:${passwords[user]}@127.0.0.1:${port}/${database}`;
  const running = await untilReady({
    child,
    log,
    isReady: async () => {
      if (!(await answers(login('postgres', 'postgres')))) return false;
      await prepareDatabase(login('postgres', 'postgres'), passwords);
      return true;
    },
    readyWithinMs: 120_000,
    // Fast, then immediate: both lose nothing that was committed.
    stopSignals: ['SIGINT', 'SIGQUIT'],
    signal,
  });
  return { ...running, url: login('lotse', 'lotse'), adminUrl: login('postgres', 'lotse') };
}
