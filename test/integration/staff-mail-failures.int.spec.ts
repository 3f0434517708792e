import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { staffMailRows } from '../../src/read-models/staff-mail/staff-mail.js';
import { evolveStaffMails, noStaffMails } from '../../domain/staff-mail/state.js';
import {
  accountEventFromStored,
  storedEventColumns,
  type StoredEvent,
} from '../../src/event-store/stored-event.js';
import { staffWorld, type StaffWorld } from '../support/staff-world.js';

/** A Monday; eight weeks before the paper's day is Tuesday. */
const monday = '2026-01-12T09:00:00.000Z';
const tuesday = '2026-01-13T06:30:00.000Z';
const validUntil = '2026-03-10';

let world: StaffWorld;
let mara: string;
beforeEach(async () => {
  world = await staffWorld(monday);
  mara = await world.account('mara', 'coach');
  await world.open({ coach: mara, externalId: 'ESW-1', validUntil });
  await world.open({ coach: mara, externalId: 'ESW-2', validUntil });
  await world.reaches(tuesday);
});
afterEach(async () => {
  // whatever happened: the stream is whole, and its read model is what the log alone says
  const { rows } = await world.sql.query<StoredEvent>(
    `SELECT ${storedEventColumns} FROM es.event e WHERE e.stream_id = $1 ORDER BY e.version`,
    [mara],
  );
  const state = rows.map(accountEventFromStored).reduce(evolveStaffMails, noStaffMails());
  const { rows: written } = await world.sql.query<object>(
    'SELECT * FROM rm.staff_mail WHERE account_id = $1 ORDER BY key COLLATE "C"',
    [mara],
  );
  expect(written).toEqual(staffMailRows(mara, state).sort((a, b) => (a.key < b.key ? -1 : 1)));
  expect(new Set(await world.broken())).toEqual(new Set([null]));
  await world.end();
});

const eventTypes = async (): Promise<string[]> => {
  const { rows } = await world.sql.query<{ type: string }>(
    'SELECT type FROM es.event WHERE stream_id = $1 ORDER BY version',
    [mara],
  );
  return rows.map(({ type }) => type);
};

describe('when the worker is killed between SMTP’s answer and its record', () => {
  it('the mail is repeated once, under the same Message-ID and with the same lines', async () => {
    world.answers.push('dies');
    await expect(world.round()).rejects.toThrow('killed');
    world.setClock('2026-01-13T06:34:59.000Z');
    await world.round();
    expect(world.letters).toHaveLength(1);
    world.setClock('2026-01-13T06:35:00.000Z');
    await world.round();
    await world.round();
    const [first, second, ...more] = world.letters;
    expect(more).toEqual([]);
    expect(second).toEqual({ ...first, at: '2026-01-13T06:35:00.000Z' });
    expect(await eventTypes()).toEqual(['StaffMailSending', 'StaffMailSending', 'StaffMailSent']);
  });
});

describe('two workers at once', () => {
  it('send one mail', async () => {
    const others = [world.acts, world.newActs(), world.newActs(), world.newActs()];
    await Promise.all(others.map((acts) => world.round(acts)));
    expect(world.letters).toHaveLength(1);
    expect(await eventTypes()).toEqual(['StaffMailSending', 'StaffMailSent']);
  });
});

describe('when the SMTP server is away', () => {
  it('the mail waits longer each time and goes when it is back, once', async () => {
    world.answers.push(
      { state: 'deferred', why: 'smtp_unreachable' },
      { state: 'deferred', why: 'smtp_451' },
    );
    await world.round();
    expect(await world.acts.nextStaffMail()).toBe('2026-01-13T06:31:00.000Z');
    world.setClock('2026-01-13T06:31:00.000Z');
    await world.round();
    expect(await world.acts.nextStaffMail()).toBe('2026-01-13T06:33:00.000Z');
    world.setClock('2026-01-13T06:33:00.000Z');
    await world.round();
    expect(world.letters).toHaveLength(1);
    expect(await world.acts.nextStaffMail()).toBe('2026-01-14T06:30:00.000Z');
  });

  it('until the next morning, that mail takes everything along', async () => {
    world.answers.push({ state: 'deferred', why: 'smtp_unreachable' });
    await world.round();
    await world.open({ coach: mara, externalId: 'ESW-3', validUntil: '2026-03-11' });
    await world.reaches('2026-01-14T06:30:00.000Z');
    await world.round();
    const [letter, ...more] = world.letters;
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('3 Hinweise aus Lotse');
    expect(await eventTypes()).toEqual([
      'StaffMailSending',
      'StaffMailDeferred',
      'StaffMailSuppressed',
      'StaffMailSending',
      'StaffMailSent',
    ]);
  });

  it('and the coach changes meanwhile, the new one is told and not the old', async () => {
    world.answers.push({ state: 'deferred', why: 'smtp_unreachable' });
    await world.round();
    const jana = await world.account('jana', 'coach');
    const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM rm.journey');
    for (const { id } of rows) await world.does(id, { type: 'AssignCoach', coach: jana });
    world.setClock('2026-01-14T06:30:00.000Z');
    await world.round();
    expect(world.letters.map(({ to }) => to)).toEqual(['jana@example.org']);
    expect((await eventTypes()).at(-1)).toBe('StaffMailSuppressed');
  });
});

describe('when the address is refused for good', () => {
  const refused = { state: 'failed', why: 'smtp_550' } as const;

  it('the mail has failed and is not tried again; the next morning’s tells what still stands', async () => {
    world.answers.push(refused);
    await world.round();
    world.setClock('2026-01-13T15:00:00.000Z');
    await world.round();
    expect(await eventTypes()).toEqual(['StaffMailSending', 'StaffMailFailed']);
    world.answers.push(refused);
    world.setClock('2026-01-14T06:30:00.000Z');
    await world.round();
    await world.round();
    expect(world.letters).toEqual([]);
    // somebody has corrected the address
    await world.reaches('2026-01-15T06:30:00.000Z');
    await world.round();
    await world.round();
    world.setClock('2026-01-16T06:30:00.000Z');
    await world.round();
    const [letter, ...more] = world.letters;
    expect([letter?.subject, more]).toEqual(['2 Hinweise aus Lotse', []]);
    expect(await eventTypes()).toEqual([
      'StaffMailSending',
      'StaffMailFailed',
      'StaffMailSending',
      'StaffMailFailed',
      'StaffMailSending',
      'StaffMailSent',
    ]);
  });
});

describe('an engine of an older generation', () => {
  it('is fenced: it names nobody, claims nothing and sends nothing', async () => {
    await world.raiseGeneration();
    expect(await world.acts.dueAccounts({ generation: 1 })).toBe('fenced');
    expect(await world.acts.sendStaffMail({ account: mara, kind: 'morning', generation: 1 })).toBe('fenced');
    expect(world.letters).toEqual([]);
    await world.round();
    expect(world.letters).toHaveLength(1);
  });
});

describe('the log and the tables', () => {
  it('hold of it opaque keys, days and codes only', async () => {
    await world.round();
    const { rows } = await world.sql.query<{ line: string }>(
      `SELECT e::text AS line FROM es.event e WHERE e.stream_id = $1
       UNION ALL SELECT m::text FROM rm.staff_mail m UNION ALL SELECT n::text FROM rm.staff_notice n`,
      [mara],
    );
    expect(rows.length).toBeGreaterThan(4);
    const all = rows.map(({ line }) => line).join('\n');
    expect(all).not.toMatch(/ESW|mara@|Papier|document|toleration|expiry|2026-03/);
  });
});
