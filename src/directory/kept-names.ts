import { logToStdout, traceOf, type LogLine } from '../http/log.js';
import type { Platform } from '../platform.js';
import { DirectoryKeeper } from './directory-keeper.js';
import { NameDirectory } from './name-directory.js';

/** A directory of names, and who fills it and keeps it current. */
export interface KeptNames {
  directory: NameDirectory;
  keeper: DirectoryKeeper;
}

/** An empty directory of this database's names; `keeper.start()` fills it. */
export function keptNames(
  { sql, secrets, config }: Pick<Platform, 'sql' | 'secrets' | 'config'>,
  log: (line: LogLine) => void = logToStdout,
): KeptNames {
  const directory = new NameDirectory();
  const keeper = new DirectoryKeeper(directory, {
    sql,
    databaseUrl: config.database.url,
    wrapping: secrets.wrapping,
    tell: (error) => log({ level: 'error', event: 'directory-failed', ...traceOf(error) }),
  });
  return { directory, keeper };
}
