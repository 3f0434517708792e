import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import { createPool } from '../../../src/database/pool.js';
import { migrationNames, runMigrations } from '../../../src/database/migrate.js';
import { loadEvents, loadJourney } from '../../../src/journeys/loaded-journey.js';
import type { TestDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { consent, opening, paper } from '../../support/wishes.js';
import { append } from '../event-store/log.js';
import { journeyRunner, type RunnerWorld } from '../event-store/runner.js';
import { ask, Backups, secrets, type Backup } from './backups.js';

let world: RunnerWorld;
const backups = new Backups();
const journeys: { journey: string; participant: string }[] = [];
const coach = randomUUID();

beforeAll(async () => {
  world = await journeyRunner('2026-11-23T07:30:00.000Z');
  await ask(world.database, 'SELECT es.key_belongs($1)', [secrets.hmac('key-check', 'lotse')]);
  for (let count = 0; count < 3; count += 1) journeys.push(await open());
  await world.owner.query(
    `INSERT INTO access.account (id, email, name, role, settings) VALUES ($1, 'jana@example.org', $2, 'coach', '{"a": 1.50}')`,
    [coach, 'Jana "Muster" \u2028 Frau\nmit Zeilen\t\\N'],
  );
  await world.owner.query(
    `INSERT INTO access.session (id_hash, account_id, expires_at) VALUES ('\\x01', $1, 'infinity')`,
    [coach],
  );
  await world.owner.query(
    `INSERT INTO imports.import (id, account_id, communes, programme, basis, dry_run, sandbox, day, line_count, file, body_hmac, state)
     SELECT gen_random_uuid(), $1, '{alsdorf,"a,b"}', 'durchstarten', 'public_task', false, false, '2026-11-23', 3,
            decode('00ff5c6e', 'hex'), '\\x00', state FROM unnest(ARRAY['running', 'done']) s(state)`,
    [coach],
  );
});
afterAll(async () => {
  await backups.end();
  await world?.end();
});

async function open(): Promise<{ journey: string; participant: string }> {
  const [journey, participant] = [randomUUID(), randomUUID()];
  const send = (command: Parameters<typeof world.runner.run>[1]) =>
    world.runner.run(journey, command, { actor: world.actor });
  await send(opening(world.today(), participant));
  await send(paper(addDays(world.today(), 40)));
  await send(consent(world.today()));
  return { journey, participant };
}

/** Every row of every table as text, but for what a restore changes, by table. */
async function everything(database: TestDatabase): Promise<Record<string, string[]>> {
  const tables = await ask<{ name: string }>(
    database,
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
      WHERE schemaname IN ('es', 'access', 'imports', 'rm', 'demo') AND tablename NOT IN ('session', 'heartbeat') ORDER BY 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await ask<{ line: string }>(
      database,
      `SELECT (to_jsonb(t) - '{armed_version,armed_for,leased_until,bulk,generation}'::text[]
               - CASE WHEN '${name}' = 'es.installation' THEN 'epoch' ELSE '' END
               - CASE WHEN '${name}' = 'imports.import' AND to_jsonb(t)->>'state' IN ('running', 'queued')
                      THEN '{state,epoch,xid}'::text[] ELSE '{}' END)::text AS line FROM ${name} t ORDER BY 1`,
    );
    all[name] = rows.map(({ line }) => line);
  }
  return all;
}

const stateIn = async ({ url }: TestDatabase, journey: string) => {
  const sql = createPool(url, 'app', 1);
  try {
    const { state } = await loadJourney(sql, secrets.wrapping, journey);
    const { events } = await loadEvents(sql, secrets.wrapping, journey);
    return { state, erased: [...new Set(events.flatMap((event) => event.erased))].sort() };
  } finally {
    await sql.end();
  }
};

describe('a restored database', () => {
  let backup: Backup;
  let database: TestDatabase;
  beforeAll(async () => {
    const told: number[] = [];
    backup = await backups.make(world.database, (done, of) => told.push(done / of));
    expect(told.at(-1)).toBe(1);
    ({ database } = await backups.restore(backup));
  });

  it('holds every row as it was, to the microsecond and the last byte', async () => {
    const [before, after] = [await everything(world.database), await everything(database)];
    expect(after).toEqual(before);
    expect(Object.values(after).flat().length).toBeGreaterThan(50);
    for (const { journey } of journeys)
      expect(await stateIn(database, journey)).toEqual(await stateIn(world.database, journey));
  });

  it('has a whole log, to which what comes next is appended behind everything', async () => {
    const broken = `SELECT FROM es.stream WHERE es.broken_at(stream_id) IS NOT NULL`;
    expect(await ask(database, broken)).toEqual([]);
    const app = createPool(database.url, 'app', 1);
    const stream = randomUUID();
    expect(await append(app, { stream, generation: 1 })).toMatchObject({ outcome: 'fenced' });
    expect(await append(app, { stream, generation: 1001 })).toMatchObject({ outcome: 'appended' });
    await app.end();
    const feed = await eventually(async () => {
      const events = await ask<{ stream: string; epoch: number }>(
        database,
        `SELECT stream_id AS stream, epoch FROM es.feed(0, '0', 0, 10000)`,
      );
      // an open write of another suite on this server holds the gate for a moment
      expect(events.at(-1)).toEqual({ stream, epoch: 2 });
      return events;
    }, 20_000);
    const [before] = await ask<{ count: number }>(
      world.database,
      'SELECT count(*)::int AS count FROM es.event',
    );
    expect(feed).toHaveLength((before?.count ?? 0) + 1);
  });

  it('lets every journey be told to a new Temporal, and an import go on', async () => {
    expect(
      await ask(database, 'SELECT DISTINCT armed_version AS armed, armed_for, bulk FROM rm.journey'),
    ).toEqual([{ armed: '0', armed_for: null, bulk: true }]);
    expect(await ask(database, 'SELECT state FROM imports.import ORDER BY 1')).toEqual([
      { state: 'done' },
      { state: 'queued' },
    ]);
  });

  it('has nobody signed in, and guards its log as before', async () => {
    expect(await ask(database, 'SELECT FROM access.session')).toEqual([]);
    await expect(ask(database, 'DELETE FROM es.event')).rejects.toThrow(/append-only/);
    const [{ id } = { id: '' }] = await ask<{ id: string }>(
      database,
      `UPDATE imports.import SET state = state RETURNING id, epoch`,
    );
    expect(await ask(database, 'SELECT epoch FROM imports.import WHERE id = $1', [id])).toEqual([
      { epoch: 2 },
    ]);
  });

  it('can be backed up and restored again', async () => {
    const again = await backups.restore(await backups.make(database));
    expect(await everything(again.database)).toEqual(await everything(database));
    expect(again.restored).toMatchObject({ journeys: 3, accounts: 1, erased: 0, generation: 2001 });
  });

  it('may be one on which this version was merely started', async () => {
    const started = await backups.emptyDatabase();
    await runMigrations(started.adminUrl);
    await ask(started, `INSERT INTO rm.rule_known VALUES ('durchstarten', 'another', 1, now())`);
    await backups.restore(backup, { into: started });
    expect(await everything(started)).toEqual(await everything(world.database));
  });
});

describe('a backup', () => {
  it('is private, and shows nobody to whoever has the folder and the master key', async () => {
    const { folder, keys } = await backups.make(world.database);
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect(files.every((file) => (statSync(file).mode & 0o777) === 0o600)).toBe(true);
    expect([statSync(folder).mode & 0o777, statSync(keys).mode & 0o777]).toEqual([0o700, 0o600]);
    const texts = files.map((file) =>
      file.endsWith('.gz') ? gunzipSync(readFileSync(file)).toString() : readFileSync(file, 'utf8'),
    );
    const wrapped = await ask<{ hex: string }>(
      world.database,
      `SELECT encode(wrapped, 'hex') AS hex FROM es.participant_key`,
    );
    expect(wrapped.length).toBeGreaterThan(8);
    const filed = readFileSync(keys, 'utf8');
    for (const { hex } of wrapped) {
      expect(filed).toContain(hex);
      expect(texts.some((text) => text.includes(hex))).toBe(false);
    }
    expect(filed).toContain('00ff5c6e');
    expect(texts.some((text) => text.includes('00ff5c6e'))).toBe(false);
    expect(texts.join('').match(/Merhawi|Tesfay|merhawi@|toleration_60a/)).toBeNull();
  });

  it('of an older schema is brought to this version after it was loaded', async () => {
    const old = await backups.emptyDatabase();
    await runMigrations(old.adminUrl, migrationNames.slice(0, 9)); // before accounts had settings
    await ask(old, 'UPDATE es.installation SET key_check = $1', [secrets.hmac('key-check', 'lotse')]);
    await ask(
      old,
      `INSERT INTO access.account (id, email, name, role) VALUES ($1, 'jana@example.org', 'Jana', 'coach')`,
      [coach],
    );
    const { database } = await backups.restore(await backups.make(old));
    expect(await ask(database, 'SELECT email, settings FROM access.account')).toEqual([
      { email: 'jana@example.org', settings: {} },
    ]);
  });
});

describe('somebody who was erased after the backup', () => {
  const gone = async (made: Pick<Backup, 'folder' | 'keys'>, journey: string) => {
    const { database, restored } = await backups.restore(made);
    expect(restored.erased).toBe(1);
    const { state, erased } = await stateIn(database, journey);
    expect(erased).toEqual(['case', 'contact', 'status']);
    expect(JSON.stringify(state)).not.toMatch(/Merhawi|Tesfay|merhawi@|toleration/);
    const [row] = await ask(
      database,
      'SELECT external_id_hmac AS hmac, fold_version FROM rm.journey WHERE id = $1',
      [journey],
    );
    expect(row).toEqual({ hmac: null, fold_version: 0 });
    const others = journeys.filter((each) => each.journey !== journey);
    for (const each of others)
      expect(await stateIn(database, each.journey)).toEqual(await stateIn(world.database, each.journey));
  };

  it('stays erased where the lines of the keys were taken out of the key file', async () => {
    const [{ journey, participant } = { journey: '', participant: '' }] = journeys;
    const { folder, keys } = await backups.make(world.database);
    const lines = readFileSync(keys, 'utf8').split('\n');
    writeFileSync(keys, lines.filter((line) => !line.includes(participant)).join('\n'));
    await gone({ folder, keys }, journey);
  });

  it('stays erased where an older backup is opened with a newer key file', async () => {
    const { journey, participant } = await open();
    const { folder } = await backups.make(world.database);
    await ask(
      world.database,
      `UPDATE es.participant_key SET wrapped = NULL, destroyed_at = now() WHERE participant_id = $1`,
      [participant],
    );
    const { keys } = await backups.make(world.database);
    await gone({ folder, keys }, journey);
  });
});
