import type pg from 'pg';
import { everyId, type IdRange } from '../../database/id-range.js';
import type { Sql } from '../../database/sql.js';
import type { RowSources } from '../../journeys/rebuild-journey.js';
import { accountHealing } from './accounts.js';
import { removeForeignRows } from './foreign-rows.js';
import { StreamHealer, type Healed } from './heal-streams.js';
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

/** What became of the streams of one kind, or of a part of them. */
export interface RebuiltStreams {
  streams: number;
  events: number;
  rows: Record<string, number>;
  failed: Failure[];
}

/** Who rebuilds the journeys' rows: by default this thread, one page after the other. */
export type RebuildJourneys = (
  models: readonly string[],
  step: (streams: number) => void,
) => Promise<RebuiltStreams>;

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
  journeys: RebuildJourneys = (chosen, step) => rebuildJourneys(parts, chosen, everyId, step),
): Promise<Rebuilt> {
  const { sql } = parts;
  const rebuilt: Rebuilt = { journeys: 0, accounts: 0, events: 0, healed: {}, failed: [] };
  add(rebuilt, await removeForeignRows(sql, models));
  const isOfJourneys = models.some((each) => journeyModels.includes(each));
  const kinds = [isOfJourneys && 'journey', models.includes(staffMailModel) && 'account'].filter(
    (kind) => kind !== false,
  );
  const of = await countStreams(sql, kinds);
  let done = 0;
  const step = (count: number): void => progress((done += count), of);
  if (isOfJourneys) rebuilt.journeys = note(rebuilt, await journeys(models, step));
  if (models.includes(staffMailModel)) {
    rebuilt.accounts = note(rebuilt, await rebuildStreams(parts, accountHealing, everyId, step));
  }
  return rebuilt;
}

/** The rows of the journeys in a range of ids. */
export async function rebuildJourneys(
  parts: RebuildParts,
  models: readonly string[],
  range: IdRange,
  step: (streams: number) => void,
): Promise<RebuiltStreams> {
  return rebuildStreams(parts, journeyHealing(parts, models, await parts.generation()), range, step);
}

/** The rows of these journeys, together under their locks; none of them counts as looked at once more. */
export async function rebuildTogether(
  parts: RebuildParts,
  models: readonly string[],
  ids: readonly string[],
): Promise<RebuiltStreams> {
  const healer = new StreamHealer(parts.sql, journeyHealing(parts, models, await parts.generation()));
  await healer.healUnderLock(ids);
  return { streams: 0, ...outcomeOf(healer.healed) };
}

/** Page by page; the next one is read while this one is folded. */
async function rebuildStreams<Page extends PageOfStreams, Wanted extends Change>(
  { sql: pool, pageSize = streamsAtOnce }: RebuildParts,
  healing: Healing<Page, Wanted>,
  { after, until }: IdRange,
  step: (count: number) => void,
): Promise<RebuiltStreams> {
  const healer = new StreamHealer(pool, healing);
  const next = (from: string) =>
    healer.read((sql) => headsBetween(sql, healing.streamType, { after: from, until }, pageSize));
  let streams = 0;
  let page = await next(after);
  while (page.heads.length > 0) {
    const reading = next(page.heads.at(-1)?.id ?? '');
    await Promise.all([reading, healer.heal(page)]);
    streams += page.heads.length;
    step(page.heads.length);
    page = await reading;
  }
  await healer.healBlocked();
  return { streams, ...outcomeOf(healer.healed) };
}

const outcomeOf = ({ events, rows, failed }: Healed): Omit<RebuiltStreams, 'streams'> => ({
  events,
  rows,
  failed: [...failed].map(([id, why]) => ({ id, why })),
});

/** Takes in what became of streams; gives their number. */
function note(rebuilt: Rebuilt, { streams, events, rows, failed }: RebuiltStreams): number {
  rebuilt.events += events;
  add(rebuilt, rows);
  rebuilt.failed.push(...failed);
  return streams;
}

async function headsBetween(
  sql: Sql,
  type: string,
  { after, until }: IdRange,
  limit: number,
): Promise<Head[]> {
  const { rows } = await sql.query<Head>({
    name: 'rebuild-heads',
    text: `SELECT stream_id AS id, version FROM es.stream
            WHERE stream_type = $1 AND stream_id > $2 AND stream_id <= $3 ORDER BY stream_id LIMIT $4`,
    values: [type, after, until, limit],
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
