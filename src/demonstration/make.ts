import type pg from 'pg';
import { ConfigError } from '../config/config-error.js';
import { createPool } from '../database/pool.js';
import type { Instant } from '../../domain/time.js';
import type { Platform } from '../platform.js';
import { AccountStreams } from '../staff-mail/account-stream.js';
import { parts } from './cast/part.js';
import { office } from './cast/region.js';
import { makeColleagues, passwordOf } from './colleagues.js';
import type { ToldNotice } from './lives/notices-told.js';
import type { ToldOf } from './share.js';
import { staffPast } from './staff-past.js';
import { ShareThread } from './threads.js';

/** How many threads live the lives: two cores are what Lotse counts with. */
const threads = 2;

/** Any number that nobody else uses in this database: of several processes one makes the demonstration. */
const lock = 0x64656d6f;

/**
 * Makes the demonstration where it is not there yet; what an earlier try left half-made is finished as of the instant
 * for which it was begun.
 * @param progress told how much of how much is done
 * @returns how many entries of its diaries a rule stood against; `undefined` where it was there already
 * @throws ConfigError where the database holds journeys or accounts that are of no demonstration
 */
export async function makeDemonstration(
  platform: Platform,
  progress: (done: number, of: number) => void,
): Promise<{ refused: number } | undefined> {
  const pool = createPool(platform.config.database.url, 'import', 3);
  const session = await pool.connect();
  try {
    await session.query('SELECT pg_advisory_lock($1)', [lock]);
    const now = await unfinished(session, platform);
    return now === undefined ? undefined : await make(platform, pool, now, progress);
  } finally {
    session.release(true); // the lock goes with the session
    await pool.end();
  }
}

/** The instant for which the demonstration is to be made; `undefined` where it is there. */
async function unfinished(sql: pg.PoolClient, { clock }: Platform): Promise<Instant | undefined> {
  const { rows } = await sql.query<{ now: Instant; finished: boolean }>(
    'SELECT made_for AS now, finished_at IS NOT NULL AS finished FROM demo.demonstration',
  );
  const [begun] = rows;
  if (begun) return begun.finished ? undefined : begun.now;
  const { rows: others } = await sql.query<{ others: boolean }>(
    'SELECT EXISTS (SELECT FROM rm.journey) OR EXISTS (SELECT FROM access.account) AS others',
  );
  if (others[0]?.others) {
    throw new ConfigError(
      'LOTSE_DEMO is on, but this database is in real use: invented people do not belong there. Set LOTSE_DEMO=off, or another LOTSE_DATA_DIR.',
    );
  }
  const now = await clock.now();
  await sql.query('INSERT INTO demo.demonstration (made_for) VALUES ($1)', [now]);
  return now;
}

async function make(
  { config, secrets, programmes, clock, generation }: Platform,
  pool: pg.Pool,
  now: Instant,
  progress: (done: number, of: number) => void,
): Promise<{ refused: number }> {
  const communes = programmes.current.communes.map(({ key }) => key);
  const accounts = await makeColleagues(pool, passwordOf(secrets), communes);
  const steps = parts.length * 2; // each is lived, and stored
  let done = 0;
  const step = (): void => progress((done += 1), steps);
  const shares = Array.from(
    { length: threads },
    (_, first) => new ShareThread({ first, step: threads, now, accounts }, config, step),
  );
  const lived = await Promise.all(shares.map((share) => share.lived()));
  // before the journeys: else the worker would write to everybody about all that is past
  const streams = new AccountStreams(pool, clock);
  const past = programmes.planning(programmes.current.key, true);
  for (const [account, told] of toldByAccount(
    lived.flatMap(({ told }) => told),
    accounts,
  )) {
    await streams.recordPast(account, staffPast(account, told, past), await generation());
  }
  await Promise.all(shares.map((share) => share.store()));
  await pool.query('UPDATE demo.demonstration SET finished_at = now()');
  return { refused: lived.reduce((sum, { refused }) => sum + refused, 0) };
}

/** Who was told of what: the coach, and the coordinators what is theirs or where there is no coach. */
function toldByAccount(
  lived: readonly ToldOf[],
  accounts: Readonly<Record<string, string>>,
): Map<string, ToldNotice[]> {
  const coordinators = office
    .filter(({ role }) => role === 'coordinator')
    .map(({ email }) => accounts[email] ?? '');
  const byAccount = new Map<string, ToldNotice[]>();
  for (const { coach, told } of lived) {
    for (const notice of told) {
      const recipients = notice.to === 'coach' && coach !== null ? [coach] : coordinators;
      for (const one of recipients) byAccount.set(one, [...(byAccount.get(one) ?? []), notice]);
    }
  }
  return byAccount;
}
