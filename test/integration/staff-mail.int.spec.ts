import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { consent } from '../support/wishes.js';
import { staffWorld, type StaffWorld } from '../support/staff-world.js';

/** A Monday; Berlin time is UTC + 1. */
const monday = '2026-01-12T09:00:00.000Z';
const tuesday = '2026-01-13T06:30:00.000Z';
const wednesday = '2026-01-14T06:30:00.000Z';
/** Eight weeks before it is Tuesday, 13 January; seven days before it 3 March. */
const inEightWeeks = '2026-03-10';

let world: StaffWorld;
beforeEach(async () => {
  world = await staffWorld(monday);
});
afterEach(() => world?.end());

describe('the mail of a working morning', () => {
  it('merges all journeys of an account, by Kennung, title and day', async () => {
    const mara = await world.account('mara', 'coach');
    const first = await world.open({ coach: mara, externalId: 'ESW-1', validUntil: inEightWeeks });
    const second = await world.open({ coach: mara, validUntil: '2026-03-03' });
    await world.reaches(tuesday);
    await world.round();
    const [letter, ...more] = world.to('mara');
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ subject: '2 Hinweise aus Lotse', fromName: 'Lotse', language: 'de' });
    expect(letter?.text).toBe(
      [
        'Guten Tag,',
        'diese 2 Hinweise warten auf Sie:',
        `Ohne Kennung\n- Papier läuft ab, fällig am 3. März 2026\nBegleitung ohne Kennung öffnen: https://lotse.example/journeys/${second}`,
        `Kennung ESW-1\n- Papier läuft ab, fällig am 10. März 2026\nBegleitung ESW-1 öffnen: https://lotse.example/journeys/${first}`,
        'Aus Gründen des Datenschutzes stehen hier keine Namen. Lotse schreibt Ihnen von selbst, einmal am Morgen ' +
          'eines Arbeitstags; was nicht warten kann, kommt gleich.\n',
      ].join('\n\n'),
    );
    await world.round();
    expect(world.to('mara')).toHaveLength(1);
    expect(await world.broken()).toEqual([null]);
  });

  it('tells several notices of one thing as one line, and nothing whose reason is gone', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, validUntil: inEightWeeks });
    const other = await world.open({ coach: mara, externalId: 'ESW-2', validUntil: inEightWeeks });
    await world.reaches('2026-01-27T06:29:00.000Z'); // nobody looked for two weeks: two rungs each
    const { rows } = await world.sql.query('SELECT 1 FROM rm.staff_notice WHERE recipient = $1', ['coach']);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    await world.does(journey, {
      type: 'RecordDocument',
      paper: { kind: 'toleration_60a', validUntil: '2026-12-31', employmentNote: 'unknown' },
    });
    world.setClock('2026-01-27T06:30:00.000Z');
    await world.round();
    const [letter] = world.to('mara');
    expect(letter?.text).not.toContain(journey);
    expect(letter?.text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- Papier läuft ab, fällig am 10. März 2026',
    ]);
    expect(letter?.text).toContain(other);
  });

  it('tells nothing a second time because putting it aside was a mistake', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, validUntil: '2026-01-14' });
    await world.reaches(tuesday);
    await world.round();
    expect(world.to('mara')).toHaveLength(1);
    const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM rm.flag');
    const flag = rows[0]?.id ?? '';
    await world.does(journey, { type: 'SnoozeFlag', flag, until: '2026-01-14', reason: 'Ruft zurück' });
    await world.does(journey, { type: 'WakeFlag', flag });
    await world.reaches(wednesday);
    await world.round();
    const told = world.to('mara').filter(({ text }) => text.includes('- Dringend: Papier läuft ab'));
    expect(told).toHaveLength(1);
  });

  it('tells a coach once more of what a coordinator has reminded her of, and that it was so', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, externalId: 'ESW-1', validUntil: '2026-01-30' });
    await world.reaches(tuesday);
    await world.round();
    const lines = () =>
      world.to('mara').map(({ text }) => text.split('\n').filter((line) => line.startsWith('- ')));
    expect(lines()[0]).toContain('- Papier läuft ab, seit 2. Januar 2026');
    const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM rm.flag');
    const flag = rows[0]?.id ?? '';
    await world.does(journey, { type: 'RemindCoach', flag });
    await world.does(journey, { type: 'RemindCoach', flag });
    await world.reaches(wednesday);
    await world.round();
    expect(lines().at(-1)).toEqual([
      '- Papier läuft ab, seit 2. Januar 2026; die Koordination bittet Sie, danach zu sehen',
    ]);
    await world.round();
    expect(world.to('mara')).toHaveLength(2);
    expect(await world.broken()).toEqual([null]);
  });

  it('is not sent where nothing is left to tell, and keeps no rows of it', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, validUntil: inEightWeeks });
    await world.does(journey, consent(world.today()));
    await world.reaches('2026-01-13T06:00:00.000Z');
    expect((await world.sql.query('SELECT 1 FROM rm.staff_notice')).rows).toHaveLength(1);
    await world.does(journey, { type: 'WithdrawConsent', on: world.today() });
    world.setClock(tuesday);
    await world.round();
    expect(world.letters).toEqual([]);
    expect((await world.sql.query('SELECT 1 FROM rm.staff_notice')).rows).toEqual([]);
    expect((await world.sql.query(`SELECT 1 FROM es.stream WHERE stream_type = 'account'`)).rows).toEqual([]);
  });

  it('goes on to tell what a correction has moved only by its new day', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, validUntil: inEightWeeks });
    await world.reaches('2026-01-13T06:00:00.000Z');
    const { rows } = await world.sql.query<{ id: string }>(
      `SELECT data->>'document' AS id FROM es.event WHERE type = 'DocumentRecorded'`,
    );
    const paper = { kind: 'toleration_60a', validUntil: '2027-03-10', employmentNote: 'unknown' };
    await world.does(journey, { type: 'RecordDocument', paper, corrects: rows[0]?.id ?? '' });
    world.setClock(tuesday);
    await world.round();
    expect(world.letters).toEqual([]);
  });
});

describe('who is told', () => {
  const coordinators = async (): Promise<void> => {
    await world.account('karl', 'coordinator');
    await world.account('olga', 'coordinator', ['eschweiler', 'alsdorf']);
    await world.account('nora', 'coordinator', ['monschau']);
  };

  it('of what is for coordinators are all whose communes hold the journey’s', async () => {
    await coordinators();
    const mara = await world.account('mara', 'coach');
    await world.open({ coach: mara, externalId: 'ESW-1', validUntil: '2026-01-21' });
    await world.reaches('2026-01-14T06:29:00.000Z'); // a week before: the coordinator's rung
    world.setClock(wednesday);
    await world.round();
    expect(world.to('karl')[0]?.text).toContain('Papier läuft ab, fällig am 21. Januar 2026');
    expect(world.to('olga')).toHaveLength(1);
    expect(world.to('nora')).toEqual([]);
  });

  it('are the coordinators where there is no coach, or a disabled one; disabled accounts never', async () => {
    await coordinators();
    const mara = await world.account('mara', 'coach');
    const nobodys = await world.open({ validUntil: inEightWeeks });
    const maras = await world.open({ coach: mara, validUntil: inEightWeeks });
    await world.disable(mara);
    const { rows } = await world.sql.query<{ id: string }>(
      `SELECT id FROM access.account WHERE email = 'karl@example.org'`,
    );
    await world.disable(rows[0]?.id ?? '');
    await world.reaches(tuesday);
    await world.round();
    expect(world.letters.map(({ to }) => to)).toEqual(['olga@example.org']);
    expect(world.letters[0]?.text).toContain(nobodys);
    expect(world.letters[0]?.text).toContain(maras);
  });

  it('is the coach of now; whoever comes later is not written to about what was told', async () => {
    const mara = await world.account('mara', 'coach');
    const jana = await world.account('jana', 'coach');
    const journey = await world.open({ coach: mara, validUntil: inEightWeeks });
    await world.reaches('2026-01-13T06:00:00.000Z');
    await world.does(journey, { type: 'AssignCoach', coach: jana });
    world.setClock(tuesday);
    await world.round();
    expect([world.to('mara'), world.to('jana')]).toMatchObject([[], [{}]]);
    await world.does(journey, { type: 'AssignCoach', coach: mara });
    world.setClock(wednesday);
    await world.round();
    expect(world.letters).toHaveLength(1);
  });

  it('is whoever comes first where there was nobody', async () => {
    await world.open({ validUntil: inEightWeeks });
    await world.reaches(tuesday);
    await world.round();
    await world.account('karl', 'coordinator');
    world.setClock(wednesday);
    await world.round();
    expect(world.to('karl')).toHaveLength(1);
    await world.account('nora', 'coordinator');
    world.setClock('2026-01-15T06:30:00.000Z');
    await world.round();
    expect(world.to('nora')).toEqual([]);
  });
});

describe('what is grave', () => {
  it('goes at once within office hours, under a subject that says so', async () => {
    const mara = await world.account('mara', 'coach');
    await world.account('karl', 'coordinator');
    await world.open({ coach: mara, externalId: 'ESW-1', validUntil: '2026-01-11' });
    await world.reaches('2026-01-12T09:01:01.000Z');
    await world.round();
    expect(world.letters.map(({ to, subject }) => `${to}: ${subject}`).sort()).toEqual([
      'karl@example.org: Bitte heute ansehen',
      'mara@example.org: Bitte heute ansehen',
    ]);
    expect(world.to('mara')[0]?.text).toContain('- Dringend: Papier abgelaufen, seit 12. Januar 2026');
    expect(world.to('mara')[0]?.text).toContain('diesen Hinweis noch heute an:');
    await world.reaches(tuesday); // the deadline that was missed is told by the morning's mail
    await world.round();
    expect(world.to('mara').map(({ subject }) => subject)).toEqual([
      'Bitte heute ansehen',
      '1 Hinweis aus Lotse',
    ]);
    expect(world.to('mara')[1]?.text).toContain('Papier läuft ab, verstrichen am 11. Januar 2026');
  });

  it('goes with the next morning’s mail outside of office hours', async () => {
    const mara = await world.account('mara', 'coach');
    world.setClock('2026-01-12T18:00:00.000Z');
    await world.open({ coach: mara, validUntil: '2026-01-11' });
    await world.reaches('2026-01-12T18:05:00.000Z');
    await world.round();
    expect(world.letters).toEqual([]);
    await world.reaches(tuesday);
    await world.round();
    expect(world.to('mara').map(({ subject }) => subject)).toEqual(['2 Hinweise aus Lotse']);
  });
});

describe('with quiet hours off', () => {
  it('everything goes as soon as it is queued, merged, on a Sunday too', async () => {
    const loud = await staffWorld('2026-01-11T02:00:00.000Z', { quietHours: false });
    try {
      const mara = await loud.account('mara', 'coach');
      await loud.open({ coach: mara, validUntil: '2026-03-08' });
      await loud.open({ coach: mara, validUntil: '2026-03-08' });
      await loud.reaches('2026-01-11T02:01:10.000Z');
      await loud.round();
      expect(loud.to('mara').map(({ subject }) => subject)).toEqual(['2 Hinweise aus Lotse']);
      expect(await loud.acts.nextStaffMail()).toBeNull();
    } finally {
      await loud.end();
    }
  });
});
