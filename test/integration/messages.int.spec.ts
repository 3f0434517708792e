import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendingWorld, type SendingWorld, type Shown } from '../support/sending-world.js';

/** A Monday, half past nine in Berlin. */
const monday = '2027-01-11T08:30:00.000Z';
let world: SendingWorld;

beforeAll(async () => {
  world = await sendingWorld(monday);
});
afterAll(() => world?.close());

const paper = (days: number, kind = 'toleration_60a') => ({ kind, validUntil: world.day(days) });
const say = (id: string, what: string, body: object) => world.call('POST', `/journeys/${id}/${what}`, body);

/** Somebody with a paper that asks for a message within a minute. */
async function late(validForDays = 20): Promise<string> {
  world.setClock(monday);
  world.answers.length = 0;
  return world.open({ document: paper(validForDays) });
}
/** Two minutes on, whatever is due is carried out. */
async function sends(id: string): Promise<void> {
  world.setClock(new Date(Date.parse(world.now()) + 120_000).toISOString());
  await world.carryOut(id);
}
const first = async (id: string): Promise<Shown | undefined> => (await world.messages(id))[0];

/** How each state and reason is reached, from a late paper of somebody who may be reminded. */
const reached: [string, string | null, (id: string) => Promise<unknown>, validForDays?: number][] = [
  ['planned', null, () => Promise.resolve()],
  ['sent', null, sends],
  [
    'sending',
    null,
    async (id) => {
      world.answers.push('dies');
      await expect(sends(id)).rejects.toThrow('killed');
    },
  ],
  [
    'held',
    'smtp_451',
    (id) => {
      world.answers.push({ state: 'deferred', why: 'smtp_451' });
      return sends(id);
    },
  ],
  [
    'held',
    'quiet_hours',
    async (id) => {
      world.setClock('2027-01-11T19:00:00.000Z');
      await world.carryOut(id);
    },
  ],
  [
    'failed',
    'smtp_550',
    (id) => {
      world.answers.push({ state: 'failed', why: 'smtp_550' });
      return sends(id);
    },
  ],
  [
    'failed',
    'smtp_esocket',
    async (id) => {
      for (let tries = 0; tries < 20; tries += 1)
        world.answers.push({ state: 'deferred', why: 'smtp_esocket' });
      await sends(id);
      for (let hours = 0; hours < 26; hours += 1) {
        world.setClock(new Date(Date.parse(world.now()) + 3_600_000).toISOString());
        await world.carryOut(id);
      }
    },
  ],
  ['cancelled', 'done', (id) => say(id, 'documents', paper(300))],
  ['cancelled', 'closed', (id) => say(id, 'close', { on: world.today(), reason: 'moved_away' })],
  ['cancelled', 'paused', (id) => say(id, 'pause', { on: world.today() })],
  [
    'cancelled',
    'consent_withdrawn',
    (id) => say(id, 'consent-withdrawals', { on: world.today(), purposes: ['reminders'] }),
  ],
  ['cancelled', 'consent_withdrawn', (id) => say(id, 'consent-withdrawals', { on: world.today() })],
  ['cancelled', 'status_crisis', (id) => say(id, 'documents', paper(20, 'border_crossing_certificate'))],
  [
    'cancelled',
    'renewal_requested',
    (id) => say(id, 'renewal-requests', { on: world.today(), proof: 'receipt_seen' }),
  ],
  [
    'cancelled',
    'not_reachable',
    (id) => world.call('PATCH', `/journeys/${id}/participant`, { channels: [] }),
  ],
  [
    'cancelled',
    'no_longer_due',
    async (id) => {
      const { json } = await world.call('GET', `/journeys/${id}`);
      await say(id, 'documents', { ...paper(400), corrects: json.documents[0].id });
    },
  ],
  [
    'cancelled',
    'over',
    async (id) => {
      world.setClock('2027-02-01T12:00:00.000Z');
      await world.call('POST', `/journeys/${id}/contacts`, {
        on: world.today(),
        channel: 'phone',
        direction: 'out',
        reached: true,
      });
    },
    // only the last rung has passed: no later one overtakes it
    10,
  ],
];

describe('a message to a participant', () => {
  it.each(reached)('is %s, why %s', async (state, why, act, validForDays = 20) => {
    const id = await late(validForDays);
    const before = await first(id);
    expect(before).toMatchObject({ state: 'planned', why: null, text: 'neutral_callback' });
    await act(id);
    const after = (await world.messages(id)).find(({ key }) => key === before?.key);
    expect(after).toMatchObject({ state, why });
  });

  it('is suppressed where nobody could be called back, and the coordinator has a task', async () => {
    world.setClock(monday);
    const { json } = await world.call('POST', '/journeys', {
      commune: 'eschweiler',
      coach: 'nobody@example.org',
      participant: {
        givenName: 'Senait',
        familyName: 'Haile',
        bornOn: world.day(-8000),
        language: 'ti',
        email: 'senait@example.org',
        channels: ['email'],
      },
      document: paper(20),
    });
    const data = { purposes: ['case_work', 'reminders'], language: 'ti', form: 'paper', textVersion: '1' };
    await say(json.id, 'milestones', { milestone: 'consent_given', on: world.today(), data });
    await sends(json.id);
    expect(await first(json.id)).toMatchObject({ state: 'suppressed', why: 'no_callback_number' });
    const { json: tasks } = await world.call('GET', '/tasks?state=open&limit=200', undefined, 'karl');
    expect(tasks.items).toContainEqual(
      expect.objectContaining({
        kind: 'no_callback_number',
        journey: expect.objectContaining({ id: json.id }),
      }),
    );
  });

  it('is suppressed as overtaken where a newer rung of its deadline is late with it', async () => {
    world.setClock(monday);
    const id = await world.open({ document: paper(100) });
    world.setClock('2027-03-17T10:00:00.000Z');
    await world.carryOut(id);
    const all = (await world.messages(id)).map(({ state, why }) => `${state} ${why}`);
    expect(all.slice(0, 2)).toEqual(['suppressed overtaken', 'sent null']);
  });

  it('is one mail with the others of its moment: merged', async () => {
    world.setClock(monday);
    const id = await world.open();
    for (const milestone of [
      {
        milestone: 'eligibility_checked',
        data: { result: 'eligible', statusKind: 'toleration_60a', livesInStateFacility: false },
      },
      { milestone: 'needs_assessed', data: { topics: ['work'], germanLevel: 'B1', schoolingYears: '9+' } },
      {
        milestone: 'plan_agreed',
        data: {
          goals: ['Ausbildung'],
          steps: ['Vertrag'],
          nextReviewOn: world.day(90),
          agreedOn: world.today(),
        },
      },
      {
        milestone: 'training_contract_signed',
        data: { startsOn: world.day(25), endsOn: world.day(1000), probationMonths: 4, type: 'dual' },
      },
    ])
      await say(id, 'milestones', { ...milestone, on: world.today() });
    await say(id, 'documents', paper(25));
    world.mails.length = 0;
    await sends(id);
    const sent = (await world.messages(id)).filter(({ state }) => state === 'sent');
    expect(world.mails).toHaveLength(1);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect(sent.map(({ why }) => why).filter((why) => why === 'merged')).toHaveLength(sent.length - 1);
    expect(world.mails[0]?.text).toContain('Bitte rufen Sie');
    expect(world.mails[0]?.text).toContain('Ihre Ausbildung beginnt am');
  });

  it('is held by the weekly limit, until a free day', async () => {
    world.setClock(monday);
    const id = await world.open({ document: paper(20) });
    await sends(id);
    for (const [day, kind] of [
      ['2027-01-12', 'asylum_permission'],
      ['2027-01-13', 'fiction_certificate'],
    ] as const) {
      world.setClock(`${day}T10:00:00.000Z`);
      await say(id, 'documents', { ...paper(25, kind) });
      await sends(id);
    }
    const states = (await world.messages(id)).map(
      ({ state, why, plannedFor }) => `${state} ${why} ${plannedFor.slice(0, 10)}`,
    );
    expect(states.filter((each) => each.startsWith('sent'))).toEqual([
      'sent null 2027-01-11',
      'sent null 2027-01-12',
    ]);
    expect(states).toContain('held weekly_limit 2027-01-18');
  });

  it('gives the coach the task to say in person what must not stand in a mail', async () => {
    const id = await late();
    await sends(id);
    const { json } = await world.call('GET', `/journeys/${id}`);
    const [task] = json.tasks;
    expect(task).toMatchObject({
      kind: 'tell_participant',
      state: 'open',
      title: 'Persönlich Bescheid geben',
    });
    expect(task.text).toContain('Ihr Papier ist bis 31. Januar 2027 gültig.');
    expect(world.mails.at(-1)?.text).not.toContain('Papier');
    const { json: renewed } = await say(id, 'documents', paper(300));
    expect(renewed.tasks).toMatchObject([{ id: task.id, state: 'gone' }]);
  });

  it('is found across journeys, by state and recipient, and by nobody out of scope', async () => {
    const id = await late();
    const listed = async (query: string, as = 'mara') =>
      (await world.call('GET', `/messages?limit=200&${query}`, undefined, as)).json.items as (Shown & {
        journey: { id: string };
      })[];
    const planned = await listed('state=planned&to=participant');
    expect(planned.map(({ journey }) => journey.id)).toContain(id);
    expect(new Set(planned.map(({ state, to }) => `${state} ${to}`))).toEqual(
      new Set(['planned participant']),
    );
    expect((await listed('to=coach')).every(({ to }) => to === 'coach')).toBe(true);
    expect(await listed('', 'olga')).toEqual([]);
    expect((await world.call('GET', '/messages', undefined, 'root')).status).toBe(403);
  });
});
