import type pg from 'pg';
import type { Sql } from '../../database/sql.js';
import type { RowSources } from '../../journeys/rebuild-journey.js';
import { accountHealing } from './accounts.js';
import { removeForeignRows } from './foreign-rows.js';
import { StreamHealer } from './heal-streams.js';
import type { Change, Failure, Head, Healing, PageOfStreams } from './healing.js';
import { journeyHealing } from './journeys.js';
import { journeyModels, staffMailModel } from './names.js';

/** What rebuilding takes: a pool of the application's role, and what rows are made from. */
export interface RebuildParts extends RowSources {
  sql: pg.Pool;
  generation(): Promise<number>;
  /** How many streams are read in one go. */
  pageSize?: number;
}

/** What a rebuild has found and done. */
export interface Rebuilt {
  journeys: number;
  accounts: number;
  events: number;
  /** How many rows were wrong, missing or too many, by read model; those without are left out. */
  healed: Record<string, number>;
  /** Journeys and accounts whose rows could not be made; they are as they were. */
  failed: Failure[];
}

/** Enough that reading them costs no time; few enough that their locks are held for an instant. */
const streamsAtOnce = 100;

/**
 * Makes the rows of read models what the log says, journey by journey and in place, while everybody goes on: a reader
 * sees each journey's rows as they were or as they have to be. Only what is wrong is written. Whoever stops it may
 * start it again.
 * @param models names of `rebuildable`
 * @param progress told how many journeys and accounts of how many were looked at
 */
export async function rebuild(
  parts: RebuildParts,
  models: readonly string[],
  progress: (done: number, of: number) => void,
): Promise<Rebuilt> {
  const { sql, pageSize = streamsAtOnce } = parts;
  const rebuilt: Rebuilt = { journeys: 0, accounts: 0, events: 0, healed: {}, failed: [] };
  add(rebuilt, await removeForeignRows(sql, models));
  const isOfJourneys = models.some((each) => journeyModels.includes(each));
  const kinds = [isOfJourneys && 'journey', models.includes(staffMailModel) && 'account'].filter(
    (kind) => kind !== false,
  );
  const of = await countStreams(sql, kinds);
  let done = 0;
  const step = (count: number): void => progress((done += count), of);
  if (isOfJourneys) {
    const healing = journeyHealing(parts, models, await parts.generation());
    rebuilt.journeys = await rebuildStreams(sql, healing, rebuilt, { pageSize, step });
  }
  if (models.includes(staffMailModel)) {
    rebuilt.accounts = await rebuildStreams(sql, accountHealing, rebuilt, { pageSize, step });
  }
  return rebuilt;
}

/** Page by page; the next one is read while this one is folded. Gives the number of streams. */
async function rebuildStreams<Page extends PageOfStreams, Wanted extends Change>(
  pool: pg.Pool,
  healing: Healing<Page, Wanted>,
  rebuilt: Rebuilt,
  { pageSize, step }: { pageSize: number; step: (count: number) => void },
): Promise<number> {
  const healer = new StreamHealer(pool, healing);
  const next = (after: string) => healer.read((sql) => headsAfter(sql, healing.streamType, after, pageSize));
  let count = 0;
  let page = await next(beforeEveryId);
  while (page.heads.length > 0) {
    const reading = next(page.heads.at(-1)?.id ?? '');
    await Promise.all([reading, healer.heal(page)]);
    count += page.heads.length;
    step(page.heads.length);
    page = await reading;
  }
  await healer.healBlocked();
  const { events, rows, failed } = healer.healed;
  rebuilt.events += events;
  add(rebuilt, rows);
  rebuilt.failed.push(...[...failed].map(([id, why]) => ({ id, why })));
  return count;
}

const beforeEveryId = '00000000-0000-0000-0000-000000000000';

async function headsAfter(sql: Sql, type: string, after: string, limit: number): Promise<Head[]> {
  const { rows } = await sql.query<Head>({
    name: 'rebuild-heads',
    text: `SELECT stream_id AS id, version FROM es.stream
            WHERE stream_type = $1 AND stream_id > $2 ORDER BY stream_id LIMIT $3`,
    values: [type, after, limit],
  });
  return rows;
}

async function countStreams(sql: Sql, types: readonly string[]): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM es.stream WHERE stream_type = ANY ($1)',
    [types],
  );
  return rows[0]?.count ?? 0;
}

function add({ healed }: Rebuilt, rows: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(rows)) if (count > 0) healed[name] = (healed[name] ?? 0) + count;
}
