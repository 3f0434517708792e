import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageItem, MessagePreview } from '../../contract/pages/messages.js';
import { sendingWorld, type SendingWorld } from '../support/sending-world.js';

/** A Monday, half past nine in Berlin. */
const monday = '2027-01-11T08:30:00.000Z';
let world: SendingWorld;

beforeAll(async () => {
  world = await sendingWorld(monday, { LOTSE_OFFICE_PHONE: '02403 71 1000' });
}, 60_000);
afterAll(() => world?.close());

const minutesLater = (minutes: number): void =>
  world.setClock(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString());

/** Somebody to whom a mail is due in a minute. */
const somebody = (): Promise<string> =>
  world.open({ document: { kind: 'toleration_60a', validUntil: world.day(20) } });

async function nextOf(journey: string): Promise<MessageItem> {
  const { json } = await world.call('GET', '/messages?to=participant&limit=200');
  const own = (json.items as MessageItem[]).filter((item) => item.journey.id === journey);
  const [first] = own.filter(({ state }) => state !== 'cancelled');
  if (!first) throw new Error('There is no message');
  return first;
}
const now = async (journey: string, id: string): Promise<MessageItem | undefined> => {
  const { json } = await world.call('GET', `/journeys/${journey}/messages?limit=200`);
  return (json.items as MessageItem[]).find((item) => item.id === id);
};
const acts = async (id: string, as = 'mara'): Promise<MessagePreview> =>
  (await world.call('GET', `/messages/${id}/preview`, undefined, as)).json;
const keysOf = ({ actions }: MessagePreview): string[] =>
  actions.map(({ key }) => key.split('.').slice(0, 2).join('.'));
const post = (id: string, what: string, body?: object, as = 'mara') =>
  world.call('POST', `/messages/${id}/${what}`, body, as);
const leftTo = (before: number): number => world.mails.length - before;

describe('a message that is held back', () => {
  it('does not go, and says by whom and why; let go it goes once, within a minute', async () => {
    const journey = await somebody();
    const { id } = await nextOf(journey);
    expect(keysOf(await acts(id))).toEqual(['message.hold', 'message.told']);
    const held = await post(id, 'hold', { reason: 'asked_for_quiet' });
    expect(held.status).toBe(200);
    expect(held.headers.get('link')).toBe(`</api/v1/messages/${id}/release>; rel="undo"`);
    const before = world.mails.length;
    minutesLater(3);
    await world.carryOut(journey);
    expect(leftTo(before)).toBe(0);
    expect(await now(journey, id)).toMatchObject({
      state: 'held',
      why: 'held_back',
      heldBack: { by: { kind: 'person', name: expect.any(String) }, reason: 'asked_for_quiet' },
    });
    const listed = await world.call('GET', '/messages?state=held&limit=200', undefined, 'karl');
    const item = (listed.json.items as MessageItem[]).find((each) => each.id === id);
    expect(item?.heldBack?.by.name).toBe((await now(journey, id))?.heldBack?.by.name);
    expect(keysOf(await acts(id, 'karl'))).toEqual(['message.release', 'message.told']);

    expect((await post(id, 'release', undefined, 'karl')).status).toBe(200);
    const planned = await now(journey, id);
    expect(planned).toMatchObject({ state: 'planned' });
    expect(planned).not.toHaveProperty('heldBack');
    const wait = Date.parse(planned?.plannedFor ?? '') - Date.parse(world.now());
    expect(wait).toBeGreaterThanOrEqual(15_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    minutesLater(2);
    await world.carryOut(journey);
    await world.carryOut(journey);
    expect(leftTo(before)).toBe(1);
    expect((await post(id, 'release')).json).toMatchObject({ status: 409, code: 'message-not-held' });
  });

  it('is let go into the hours in which one may write', async () => {
    const journey = await somebody();
    const { id } = await nextOf(journey);
    await post(id, 'hold', { reason: 'other' });
    const start = world.now();
    world.setClock(`${start.slice(0, 10)}T20:00:00.000Z`);
    await post(id, 'release');
    const next = new Date(Date.parse(world.now()) + 24 * 3_600_000).toISOString().slice(0, 10);
    expect((await now(journey, id))?.plannedFor).toMatch(new RegExp(`^${next}T08:`));
    world.setClock(`${next}T08:45:00.000Z`);
    const before = world.mails.length;
    await world.carryOut(journey);
    expect(leftTo(before)).toBe(1);
  });

  it('is not needed any more once its reason is gone', async () => {
    const journey = await somebody();
    const { id } = await nextOf(journey);
    await post(id, 'hold', { reason: 'to_be_checked' });
    await world.call('POST', `/journeys/${journey}/pause`, { on: world.today(), reason: 'away' });
    expect(await now(journey, id)).toMatchObject({ state: 'cancelled', why: 'paused' });
  });

  it('while a worker is about to send it, either waits or has gone: never both', async () => {
    const journeys = [await somebody(), await somebody(), await somebody(), await somebody()];
    const ids = await Promise.all(journeys.map(async (journey) => (await nextOf(journey)).id));
    minutesLater(3);
    for (const [at, journey] of journeys.entries()) {
      const before = world.mails.length;
      const [held] = await Promise.all([
        post(ids[at] ?? '', 'hold', { reason: 'other' }),
        world.carryOut(journey),
      ]);
      await world.carryOut(journey);
      expect(['200, 0 mails', '409, 1 mails']).toContain(`${held.status}, ${leftTo(before)} mails`);
    }
  });

  it('is one command, however often it is sent, and 422 for a reason that there is not', async () => {
    const journey = await somebody();
    const { id } = await nextOf(journey);
    const body = { reason: 'soon_in_person' };
    const send = () =>
      world.api.call('POST', `/api/v1/messages/${id}/hold`, { as: 'mara', body, key: 'held-once' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.json]).toEqual([200, first.json]);
    const { json } = await world.call('GET', `/journeys/${journey}/events?limit=200`);
    const held = json.items.filter(({ type }: { type: string }) => type === 'MessageHeldBack');
    expect(held).toHaveLength(1);
    expect(held[0].data).toEqual({ key: (await now(journey, id))?.key, reason: 'soon_in_person' });
    expect((await post(id, 'hold', { reason: 'Merhawi ist krank' })).status).toBe(422);
  });
});

describe('a message that was told in person', () => {
  it('does not go; taken back it does', async () => {
    const journey = await somebody();
    const { id } = await nextOf(journey);
    const told = await post(id, 'told-in-person');
    expect(told.headers.get('link')).toBe(`</api/v1/messages/${id}/release>; rel="undo"`);
    const before = world.mails.length;
    minutesLater(3);
    await world.carryOut(journey);
    expect(leftTo(before)).toBe(0);
    expect(await now(journey, id)).toMatchObject({ state: 'suppressed', why: 'told_in_person' });
    await post(id, 'release');
    minutesLater(3);
    await world.carryOut(journey);
    expect(leftTo(before)).toBe(1);
  });
});

describe('a message that failed', () => {
  const failing = async (...answers: typeof world.answers): Promise<{ journey: string; id: string }> => {
    const journey = await somebody();
    const { id } = await nextOf(journey);
    for (const answer of answers) {
      minutesLater(7);
      world.answers.push(answer);
      await world.carryOut(journey).catch(() => undefined);
    }
    return { journey, id };
  };

  it('goes again, once, where the server has refused it; its task is gone', async () => {
    const { journey, id } = await failing({ state: 'failed', why: 'smtp_550' });
    const tasks = async (): Promise<string[]> =>
      (await world.call('GET', `/journeys/${journey}`)).json.tasks
        .filter(({ state }: { state: string }) => state === 'open')
        .map(({ kind }: { kind: string }) => kind);
    expect(await tasks()).toContain('delivery_failed');
    expect(keysOf(await acts(id))).toEqual(['message.resend']);
    const before = world.mails.length;
    expect((await post(id, 'resend')).status).toBe(200);
    expect(await now(journey, id)).toMatchObject({ state: 'planned' });
    expect(await tasks()).not.toContain('delivery_failed');
    minutesLater(2);
    await world.carryOut(journey);
    await world.carryOut(journey);
    expect(leftTo(before)).toBe(1);
    expect(await now(journey, id)).toMatchObject({ state: 'sent' });
  });

  it('does not go again where it may have arrived, and that is said in words', async () => {
    const { id } = await failing('dies', { state: 'failed', why: 'smtp_550' });
    const { notAgain, ...shown } = await acts(id);
    expect(keysOf(shown as MessagePreview)).toEqual([]);
    expect(notAgain).toMatch(/^Es ist nicht sicher, ob/);
    const refused = await post(id, 'resend');
    expect(refused.json).toMatchObject({
      status: 409,
      code: 'not-yet-possible',
      missing: [{ code: 'delivery-unclear' }],
    });
  });

  it('was sent, or its reason is gone: no second one', async () => {
    const journey = await somebody();
    const { id } = await nextOf(journey);
    minutesLater(3);
    await world.carryOut(journey);
    expect((await acts(id)).notAgain).toMatch(/zweimal/);
    expect((await post(id, 'resend')).json.missing).toMatchObject([{ code: 'message-sent' }]);
    expect((await post(id, 'hold', { reason: 'other' })).status).toBe(409);

    const failed = await failing({ state: 'failed', why: 'smtp_550' });
    await world.call('POST', `/journeys/${failed.journey}/pause`, { on: world.today(), reason: 'away' });
    expect((await post(failed.id, 'resend')).json.missing).toMatchObject([{ code: 'reason-gone' }]);
  });
});
