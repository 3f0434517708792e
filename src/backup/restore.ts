import type pg from 'pg';
import { runMigrations, whileNobodyMigrates } from '../database/migrate.js';
import { brokenStreams } from './broken-streams.js';
import { BackupError } from './backup-error.js';
import { Load } from './load.js';
import { exactText } from './rows.js';
import type { Source } from './source.js';
import { refuseLivingTarget } from './target.js';

/** What came back. */
export interface Restored {
  journeys: number;
  events: number;
  accounts: number;
  /** Participants of whom at least one key was destroyed since: what it sealed stays closed. */
  erased: number;
  generation: number;
}

/**
 * Brings a backup back into an empty database: the tables as they were when it was made, by the migrations of that
 * time; then its rows, in one transaction; then the migrations that came since. Workflows of before are fenced off, and
 * every journey waits to be told to a new Temporal.
 * @throws BackupError where the database is not empty or used, or where the log does not come back as it was
 */
export async function restoreInto(
  logins: { url: string; adminUrl: string },
  source: Source,
  progress: (done: number, of: number) => void,
): Promise<Restored> {
  let restored: Restored | undefined;
  await whileNobodyMigrates(logins, async (admin) => {
    await refuseLivingTarget(admin, source.manifest);
    await runMigrations(logins.adminUrl, source.manifest.migrations);
    await admin.query(exactText);
    await admin.query('BEGIN');
    restored = await load(admin, source, progress);
    await admin.query('COMMIT');
    await runMigrations(logins.adminUrl);
    await admin.query('ANALYZE');
  });
  if (!restored) throw new Error('Nothing was restored');
  return restored;
}

async function load(
  admin: pg.Client,
  source: Source,
  progress: (done: number, of: number) => void,
): Promise<Restored> {
  const erased = await new Load(admin, source, progress).run();
  await refuseBroken(admin, source.manifest.brokenStreams);
  await admin.query(noLongerHeard);
  const { rows } = await admin.query<Restored>(summary, [erased]);
  const [row] = rows;
  if (!row) throw new Error('The database has no row in es.installation');
  return row;
}

/** A stream that was broken when it was backed up comes back as it was; no other one may be. */
async function refuseBroken(admin: pg.Client, known: readonly string[]): Promise<void> {
  const broken = (await brokenStreams(admin)).filter((id) => !known.includes(id));
  if (broken.length === 0) return;
  throw new BackupError(
    `The log of ${broken.length} streams is not as it was written (${broken[0]} first); take another backup. Nothing was restored.`,
  );
}

/**
 * Who worked on the data before is not heard any more, and what only it knew is told again. The generation goes up by
 * more than a lost installation can have raised it since the backup. In another cluster transaction ids start again: the
 * epoch puts what comes now behind what was. An import goes on from its first line, an act on many from its first row: what was done has no second effect.
 */
const noLongerHeard = `
  UPDATE es.installation SET epoch = epoch + 1, generation = generation + 1000;
  UPDATE rm.journey SET armed_version = 0, armed_for = NULL, leased_until = '-infinity', bulk = true;
  UPDATE imports.import SET state = 'queued' WHERE state = 'running';
  -- a backup of an older schema has none yet
  DO $$ BEGIN
    IF to_regclass('bulk.batch') IS NOT NULL THEN
      UPDATE bulk.batch SET state = 'queued' WHERE state = 'running';
    END IF;
  END $$`;

const summary = `
  SELECT (SELECT count(*)::int FROM rm.journey) AS journeys, (SELECT count(*)::int FROM es.event) AS events,
         (SELECT count(*)::int FROM access.account) AS accounts, $1::int AS erased, generation
    FROM es.installation`;
