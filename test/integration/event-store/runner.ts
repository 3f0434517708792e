import pg from 'pg';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import type { Actor } from '../../../domain/journey/events.js';
import type { Day, Instant } from '../../../domain/time.js';
import type { Clock } from '../../../src/clock/clock.js';
import { createPool } from '../../../src/database/pool.js';
import { masterSecrets } from '../../../src/event-store/seal/master-secrets.js';
import { CommandRunner } from '../../../src/journeys/command-runner.js';
import { Programmes } from '../../../src/programmes/programmes.js';
import { readProgramme } from '../../../src/programmes/read-programme.js';
import { testDatabase } from '../../support/database.js';
import { participant } from '../../support/wishes.js';

/** Commands against PostgreSQL, under a clock that stands until it is moved; no Temporal. */
export type RunnerWorld = Awaited<ReturnType<typeof journeyRunner>>;

/** A fresh database with a runner on it. */
export async function journeyRunner(start: Instant, quietHours = true) {
  const database = await testDatabase();
  const sql = createPool(database.url, 'import', 8);
  const owner = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  owner.on('error', () => undefined); // the query that meets it says so
  const secrets = masterSecrets(Buffer.alloc(32, 7));
  const loaded = [await readProgramme(new URL('../../../programmes/durchstarten/', import.meta.url))];
  const known = { secrets, quietHours, now: '2020-01-01T00:00:00.000Z' };
  const programmes = await Programmes.introduce(sql, loaded, known);
  let now = start;
  const clock: Clock = {
    isReal: false,
    now: () => Promise.resolve(now),
    at: () => Promise.resolve(now),
    toTemporal: (instant) => instant,
  };
  const actor: Actor = { kind: 'person', id: participant, role: 'coach' };
  return {
    database,
    sql,
    owner,
    secrets,
    programmes,
    clock,
    actor,
    runner: new CommandRunner(sql, clock, secrets, programmes, () => Promise.resolve(1)),
    now: (): Instant => now,
    today: (): Day => berlinDay(now),
    /** Moves the clock; backwards too, as a server's clock may go. */
    setClock: (instant: Instant): void => {
      now = instant;
    },
    async end(): Promise<void> {
      await sql.end();
      await owner.end();
      await database.drop();
    },
  };
}
