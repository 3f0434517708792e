import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageFigures, MessageItem } from '../../contract/pages/messages.js';
import { askedForMessages } from '../../src/messages/message-conditions.js';
import { sendingWorld, type SendingWorld } from '../support/sending-world.js';

/** A Monday, half past nine in Berlin. */
const monday = '2027-01-11T08:30:00.000Z';
let world: SendingWorld;
const people: string[] = [];

const paper = (days: number) => ({ kind: 'toleration_60a', validUntil: world.day(days) });
const later = (minutes: number): void =>
  world.setClock(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString());

beforeAll(async () => {
  world = await sendingWorld(monday, { LOTSE_OFFICE_PHONE: '02403 71 1000' });
  const someone = (givenName: string, language: string) => ({
    givenName,
    familyName: 'Tesfay',
    bornOn: '2005-02-03',
    language,
    phone: '+49 151 2345678',
    email: `${givenName.toLowerCase()}@example.org`,
    channels: ['email'],
  });
  // one whose mail is sent, one whose mail fails, one who is paused, two to come
  for (const [givenName, language] of [
    ['Merhawi', 'ti'],
    ['Aya', 'ar'],
    ['Yusuf', 'de'],
    ['Selam', 'ti'],
    ['Layla', 'fa-AF'],
  ] as const) {
    people.push(await world.open({ participant: someone(givenName, language), document: paper(20) }));
  }
  later(2);
  await world.carryOut(people[0]!);
  world.answers.push({ state: 'failed', why: 'smtp_550' });
  await world.carryOut(people[1]!);
  await world.call('POST', `/journeys/${people[2]}/pause`, { on: world.today(), reason: 'personal' });
  world.answers.push({ state: 'deferred', why: 'smtp_451' });
  await world.carryOut(people[3]!);
}, 60_000);
afterAll(() => world?.close());

const asked = (query: Record<string, string>): string => new URLSearchParams(query).toString();

async function listed(query: Record<string, string>, as = 'mara'): Promise<MessageItem[]> {
  const items: MessageItem[] = [];
  let cursor: string | null = null;
  do {
    const more: Record<string, string> = cursor === null ? {} : { cursor };
    const { status, json } = await world.call(
      'GET',
      `/messages?${asked({ limit: '3', ...query, ...more })}`,
      undefined,
      as,
    );
    expect(status).toBe(200);
    items.push(...json.items);
    cursor = json.nextCursor;
  } while (cursor !== null);
  return items;
}

const figures = async (query: Record<string, string> = {}, as = 'mara'): Promise<MessageFigures['tabs']> =>
  (await world.call('GET', `/figures/messages?${asked(query)}`, undefined, as)).json.tabs;

describe('the numbers of the post out', () => {
  it.each([
    {},
    { commune: 'eschweiler' },
    { language: 'ti' },
    { coach: 'mara@example.org' },
    { coach: 'none' },
  ] as Record<string, string>[])('equal their lists, each of them: %p', async (filters) => {
    const tabs = await figures(filters);
    for (const { key, count, query } of tabs) {
      const items = await listed(query);
      expect([key, items.length]).toEqual([key, count]);
      expect(new Set(items.map(({ id }) => id)).size).toBe(count);
    }
  });

  it('are there for each state', async () => {
    const counts = Object.fromEntries((await figures()).map(({ key, count }) => [key, count]));
    expect(counts).toMatchObject({ sent: 1, failed: 1, held: 1 });
    expect(counts['cancelled']).toBeGreaterThan(0);
    expect(counts['today']).toBeGreaterThan(2);
  });

  it('are those of what one sees: nothing for another commune, and for an administrator numbers alone', async () => {
    expect((await figures({}, 'olga')).every(({ count }) => count === 0)).toBe(true);
    expect((await figures({}, 'root')).find(({ key }) => key === 'sent')?.count).toBe(1);
    expect((await world.call('GET', '/messages', undefined, 'root')).status).toBe(403);
  });
});

describe('the list of messages', () => {
  it('is found by state, day, language and name, in either direction, with commune and coach', async () => {
    const [sent] = await listed({ state: 'sent' });
    expect(sent).toMatchObject({
      commune: 'eschweiler',
      coach: 'mara@example.org',
      phone: '+49 151 2345678',
      language: 'ti',
      journey: { id: people[0], name: { givenName: 'Merhawi' } },
    });
    const ofOne = await listed({ q: 'selam', to: 'participant' });
    expect(new Set(ofOne.map(({ journey }) => journey.id))).toEqual(new Set([people[3]]));
    const earliest = await listed({ to: 'participant' });
    const latest = await listed({ to: 'participant', order: 'latest' });
    expect(latest.map(({ id }) => id)).toEqual(earliest.map(({ id }) => id).toReversed());
    const today = await listed({ from: world.today(), until: world.today(), to: 'participant' });
    expect(today.length).toBeGreaterThan(0);
    expect(today.length).toBeLessThan(earliest.length);
    expect(await listed({ until: world.day(-400) })).toEqual([]);
  });

  it('is read by an index of its own where few are meant among many', async () => {
    const client = await world.api.platform.sql.connect();
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL enable_seqscan = off');
      const held = [null, null, 'held', null, null, null, null, null, null];
      const { rows } = await client.query<{ 'QUERY PLAN': string }>({
        text: `EXPLAIN SELECT i.id FROM ${askedForMessages} ORDER BY i.planned_for, i.id LIMIT 10`,
        values: held,
      });
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('message_not_gone');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

describe('what a message says', () => {
  const preview = (id: string, as = 'mara') => world.call('GET', `/messages/${id}/preview`, undefined, as);

  it('is shown in the participant’s language and in German, from the side on which it begins', async () => {
    const [ofAya] = await listed({ q: 'aya', state: 'failed' });
    const { json } = await preview(ofAya?.id ?? '');
    expect(json.editions.map(({ language, direction }: never) => [language, direction])).toEqual([
      ['ar', 'rtl'],
      ['de', 'ltr'],
    ]);
    expect(json.editions[1].text).toContain('Aya');
    const [ofYusuf] = await listed({ q: 'yusuf', to: 'participant' });
    expect((await preview(ofYusuf?.id ?? '')).json.editions).toHaveLength(1);
  });

  it('is protected for everybody but a coach, and the neutral text says nothing of the topic', async () => {
    const [message] = await listed({ state: 'sent' });
    const coach = (await preview(message?.id ?? '')).json;
    const coordinator = (await preview(message?.id ?? '', 'karl')).json;
    expect([coach.isProtected, coordinator.isProtected]).toEqual([true, true]);
    expect(coach.protectedText).toMatch(/Papier|Aufenthalt/);
    expect(coordinator).not.toHaveProperty('protectedText');
    expect(JSON.stringify(coordinator)).not.toMatch(/Papier|Duldung|Aufenthalt/i);
  });

  it('is nobody else’s, and a notice to staff has none', async () => {
    const [message] = await listed({ state: 'sent' });
    expect((await preview(message?.id ?? '', 'olga')).status).toBe(404);
    const [notice] = await listed({ to: 'coach' });
    expect((await preview(notice?.id ?? '')).status).toBe(404);
  });
});
