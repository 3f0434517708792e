import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import type { Relay } from '../../src/relay/relay.js';
import { verifiedWorld, type VerifiedWorld } from '../support/verified-world.js';

let world: VerifiedWorld;
let mara: string;
let journey: string;
let relay: Relay;

beforeAll(async () => {
  world = await verifiedWorld();
  mara = await world.account('mara', 'coach');
  const journeys = [await world.live(mara), await world.live(mara), await world.live(mara)];
  journey = journeys[1] ?? '';
  await world.reaches('2026-01-13T06:30:00.000Z');
  await world.round();
  world.setClock('2026-01-13T08:45:00.000Z');
  for (const each of journeys) await world.carryOut(each);
  await world.arm();
  relay = world.relay();
  relay.start();
});
afterAll(async () => {
  await relay?.stop();
  await world?.end();
});

const seen = async (options: { heal?: boolean } = {}): Promise<string[]> =>
  (await world.verify(options)).findings.map(
    ({ check, subject, detail, healed }) =>
      `${check} ${nameOf(subject)} ${detail}${healed ? ' (healed)' : ''}`,
  );

const nameOf = (subject: string): string =>
  ({ [journey]: 'journey', [mara]: 'account' })[subject] ?? 'another';

describe('a world in which nobody tampered with anything', () => {
  it('has no finding, though reminders and mails to staff have left', async () => {
    expect(await seen()).toEqual([]);
    const { rows } = await world.sql.query<{ type: string }>('SELECT DISTINCT type FROM es.event');
    expect(rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['MessageSent', 'NoticeQueued', 'StaffMailSent', 'AgendaChanged']),
    );
  });
});

describe('a row that is not what the log says', () => {
  const at = (table: string, set: string): string =>
    `UPDATE rm.${table} SET ${set} WHERE ${table === 'journey' ? 'id' : 'journey_id'} = $1`;
  it.each([
    ['rm.journey phase', at('journey', `phase = 'placed'`)],
    ['rm.journey open', at('journey', 'open = false')],
    ['rm.journey commune', at('journey', `commune = 'alsdorf'`)],
    ['rm.journey recorded_at', at('journey', `recorded_at = recorded_at - interval '1 day'`)],
    ['rm.journey external_id_hmac', at('journey', String.raw`external_id_hmac = '\x01'`)],
    [
      'rm.journey state_plain',
      at('journey', `state_plain = jsonb_set(state_plain, '{commune}', '"alsdorf"')`),
    ],
    ['rm.journey state_sealed', at('journey', `state_sealed = '{}'`)],
    [
      'rm.journey state_sealed',
      at('journey', `state_sealed = (SELECT o.state_sealed FROM rm.journey o WHERE o.id <> $1 LIMIT 1)`),
    ],
    ['rm.journey standing', at('journey', `standing = jsonb_set(standing, '{phase}', '"placed"')`)],
    ['rm.journey missing', 'DELETE FROM rm.journey WHERE id = $1'],
    ['rm.deadline', at('deadline', `due = due + 1`)],
    ['rm.deadline', at('deadline', `rule = 'none'`)],
    ['rm.deadline', 'DELETE FROM rm.deadline WHERE journey_id = $1'],
    ['rm.message', at('message', `state = 'planned'`)],
    ['rm.flag', `INSERT INTO rm.flag VALUES (gen_random_uuid(), $1, 'no_contact', 1, now())`],
    ['rm.task', `INSERT INTO rm.task VALUES (gen_random_uuid(), $1, 'fact_missing', 1, 'open', now())`],
    ['rm.staff_notice', 'DELETE FROM rm.staff_notice WHERE journey_id = $1'],
    ['rm.phase', at('phase', `entered_on = '2020-01-01'`)],
  ])('is found as %s, and made anew', async (detail, statement) => {
    await world.tamper(statement, [journey]);
    expect(await seen()).toEqual([`read_model journey ${detail}`]);
    expect(await seen()).toEqual([`read_model journey ${detail}`]); // who only reads heals nothing
    expect(await seen({ heal: true })).toEqual([`read_model journey ${detail} (healed)`]);
    expect(await seen()).toEqual([]);
  });

  it('keeps, where it is made anew, what staff mail has noted beside it', async () => {
    const settled = async () =>
      (await world.sql.query('SELECT key, settled_at FROM rm.staff_notice ORDER BY key')).rows;
    const before = await settled();
    expect(JSON.stringify(before)).toMatch(/"settled_at":"2026/);
    await world.tamper(at('deadline', `due = due + 1`), [journey]);
    await seen({ heal: true });
    expect(await settled()).toEqual(before);
  });

  it('of an account’s mails is found and made anew, and nobody else’s is touched', async () => {
    await world.tamper(`UPDATE rm.staff_mail SET state = 'failed' WHERE account_id = $1`, [mara]);
    expect(await seen({ heal: true })).toEqual(['read_model account rm.staff_mail (healed)']);
    await world.tamper('DELETE FROM rm.staff_mail WHERE account_id = $1', [mara]);
    expect(await seen({ heal: true })).toEqual(['read_model account rm.staff_mail (healed)']);
    expect(await seen()).toEqual([]);
  });

  it('that a newer process has written is left alone', async () => {
    await world.tamper(at('journey', 'fold_version = 999'), [journey]);
    expect(await seen({ heal: true })).toEqual(['read_model journey rm.journey of a newer fold']);
    await world.tamper('UPDATE rm.journey SET fold_version = (SELECT min(fold_version) FROM rm.journey)');
  });
});

describe('the clock of a journey', () => {
  it('that is armed for a later instant, or of a version that is not there, is armed anew', async () => {
    await world.tamper(`UPDATE rm.journey SET armed_for = next_due + interval '1 hour' WHERE id = $1`, [
      journey,
    ]);
    expect(await seen({ heal: true })).toEqual(['armed journey armed too late (healed)']);
    await world.tamper('UPDATE rm.journey SET armed_version = stream_version + 7 WHERE id = $1', [journey]);
    expect(await seen({ heal: true })).toEqual([
      'armed journey told of a version that is not there (healed)',
    ]);
    expect(await seen()).toEqual([]);
  });

  it('of which the workflow was not told for ten minutes is found; it is no finding before', async () => {
    await relay.stop();
    const now = world.now();
    await world.does(journey, {
      type: 'RecordContact',
      channel: 'phone',
      direction: 'out',
      reached: true,
      on: world.today(),
    });
    expect(await seen()).toEqual([]);
    world.setClock(new Date(Date.parse(now) + 11 * 60_000).toISOString());
    expect(await seen()).toEqual(['armed journey workflow not told']);
    const healing = seen({ heal: true });
    await new Promise((resolve) => setTimeout(resolve, 1500)); // it has looked twice, and waits for the relay
    relay = world.relay();
    relay.start();
    expect(await healing).toEqual(['armed journey workflow not told (healed)']);
    world.setClock(now);
  });

  it('whose act is due for ten minutes is found, and stays a finding until it is carried out', async () => {
    const now = world.now();
    const { rows } = await world.sql.query<{ due: string }>(
      'SELECT next_due AS due FROM rm.journey WHERE id = $1',
      [journey],
    );
    world.setClock(new Date(Date.parse(rows[0]?.due ?? '') + 11 * 60_000).toISOString());
    expect(await seen({ heal: true })).toContain('overdue journey due and not carried out');
    world.setClock(now);
    expect(await seen()).toEqual([]);
  });
});

describe('a log that somebody has written past the application', () => {
  beforeAll(() => world.keepLog());
  afterEach(async () => {
    await world.restoreLog();
    expect(await seen()).toEqual([]);
  });

  const event = (change: string): string =>
    `UPDATE es.event SET ${change} WHERE stream_id = $1 AND version = 2`;
  it.each([
    ['an event was changed', event(`data = data || '{"x": 1}'`), 'chain journey broken at 2'],
    [
      'a head was changed',
      String.raw`UPDATE es.stream SET head_hash = '\x00' WHERE stream_id = $1`,
      /^chain journey/,
    ],
    [
      'the version of a head was changed',
      'UPDATE es.stream SET version = version + 1 WHERE stream_id = $1',
      /^chain j/,
    ],
    ['its events were removed', 'DELETE FROM es.event WHERE stream_id = $1', 'chain journey broken at 1'],
    ['its head was removed', 'DELETE FROM es.stream WHERE stream_id = $1', 'chain journey broken at 1'],
    [
      'only the row is left',
      `WITH e AS (DELETE FROM es.event WHERE stream_id = $1) DELETE FROM es.stream WHERE stream_id = $1`,
      'chain journey row without events',
    ],
  ])('is found where %s, and nothing is made anew from it', async (_, statement, found) => {
    await world.tamper(statement, [journey]);
    const all = await seen({ heal: true });
    expect(all[0]).toMatch(found);
    expect(all.filter((each) => each.includes('healed') || each.includes('another'))).toEqual([]);
  });

  it('is found where an account’s event was changed', async () => {
    await world.tamper(`UPDATE es.event SET occurred_at = now() WHERE stream_id = $1 AND version = 1`, [
      mara,
    ]);
    expect(await seen()).toEqual(['chain account broken at 1']);
  });
});

describe('a sealed part', () => {
  beforeAll(() => world.keepLog());
  afterEach(async () => {
    await world.restoreLog();
    expect(await seen()).toEqual([]);
  });

  const ofOwner = `participant_id = (SELECT participant_id FROM rm.journey WHERE id = $1)`;
  const flipped = String.raw`set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)`;

  it('whose key was changed, or wrapped by another master key, is found, and its journey left alone', async () => {
    await world.tamper(
      `UPDATE es.participant_key SET wrapped = ${flipped} WHERE ${ofOwner} AND class = 'case'`,
      [journey],
    );
    expect(await seen({ heal: true })).toEqual(['seal another key case/1 unreadable']);
  });

  it('whose key has vanished is found; lists keep what they show', async () => {
    const rowsOf = async () =>
      (await world.sql.query('SELECT * FROM rm.deadline WHERE journey_id = $1 ORDER BY id', [journey])).rows;
    const before = await rowsOf();
    await world.tamper(`DELETE FROM es.participant_key WHERE ${ofOwner} AND class = 'status'`, [journey]);
    const all = await seen({ heal: true });
    expect(all[0]).toBe('seal another key status/1 missing');
    expect(all.filter((each) => each.includes('healed'))).toEqual([]);
    expect(await rowsOf()).toEqual(before);
  });

  it('whose key was destroyed on purpose is none', async () => {
    await world.tamper(
      `UPDATE es.participant_key SET wrapped = NULL, destroyed_at = now() WHERE ${ofOwner} AND class = 'notes'`,
      [journey],
    );
    expect(await seen()).toEqual([]);
  });

  it('that was changed is found, its chain too', async () => {
    await world.tamper(
      `UPDATE es.event SET sealed = jsonb_set(sealed, '{case}', to_jsonb(overlay(sealed->>'case' placing 'AAAA' from 41)))
        WHERE stream_id = $1 AND version = 1`,
      [journey],
    );
    expect(await seen()).toEqual(['chain journey broken at 1', 'seal journey event 1 case unreadable']);
  });
});

describe('what a process with a mistake recorded', () => {
  it('is found where the agenda is not the plan of the facts, and is planned anew', async () => {
    const { state } = await loadJourney(world.sql, world.secrets.wrapping, journey);
    const [key = ''] = Object.keys(state.case.agenda.items);
    expect(key).not.toBe('');
    await world.appendTo(
      journey,
      'AgendaChanged',
      { stamp: 'x' },
      { deadlines: [], planned: [], moved: [], cancelled: [key] },
    );
    expect(await seen()).toEqual(
      expect.arrayContaining([
        'agenda journey not the plan of the facts',
        expect.stringMatching(/^read_model/),
      ]),
    );
    for (const each of await seen({ heal: true })) expect(each).toContain('(healed)');
    expect(await seen()).toEqual([]);
  });

  it('is found where a mail was sent twice, or without having been claimed', async () => {
    const { state } = await loadJourney(world.sql, world.secrets.wrapping, journey);
    const sent = Object.entries(state.plain.messages).find(([, act]) => act.state === 'sent')?.[0] ?? '';
    const version = state.plain.streamVersion;
    await world.appendTo(journey, 'MessageSent', { key: sent });
    await world.appendTo(journey, 'MessageSent', { key: 'never-claimed' });
    await world.appendTo(journey, 'MessageSending', { key: sent, attempt: 2 });
    await seen({ heal: true }); // the row follows its log
    world.setClock(new Date(Date.parse(world.now()) + 20 * 60_000).toISOString());
    const found = (await seen()).filter((each) => each.startsWith('message'));
    expect(found).toEqual([
      `message journey event ${version + 1} sends again`,
      `message journey event ${version + 2} is an outcome without a claim`,
      `message journey event ${version + 3} claims what was sent`,
      `message journey message ${sent} claimed without an outcome`,
    ]);
  });
});
