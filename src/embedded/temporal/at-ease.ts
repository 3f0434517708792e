import { memoryHere } from '../../memory-here.js';

/** What is committed is appended once, not copied first: a third of the work, and as lasting (docs/decisions/0031). */
const appending = ['journal_mode=WAL', 'synchronous=FULL'];

/**
 * What was appended is taken over into the file after 40 MB instead of four: a page that changes over and over is then
 * written once. 64 MB of pages stay in memory instead of two.
 */
const inGreaterSteps = ['wal_autocheckpoint=10000', 'cache_size=-65536'];

/** How the development server's SQLite stores, as options of its command line. */
export const storing: readonly string[] = [...appending, ...inGreaterSteps].flatMap((pragma) => [
  '--sqlite-pragma',
  pragma,
]);

/** Of the memory that there is, beyond which it collects as often as it has to. */
const share = 1 / 4;

/**
 * What Go is told of collecting: when four times as much has been added as is in use, not once as much. Where memory is
 * short, before that.
 */
export const collecting = (memoryMb = memoryHere()): Readonly<Record<string, string>> => ({
  GOGC: '400',
  GOMEMLIMIT: `${Math.floor(memoryMb * share)}MiB`,
});
