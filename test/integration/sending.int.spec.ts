import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { berlinTime } from '../../domain/deadlines/berlin.js';
import { sendingWorld, type SendingWorld } from '../support/sending-world.js';

/** A Monday, five in the afternoon in Berlin. */
const monday = '2027-01-11T16:00:00.000Z';
let world: SendingWorld;

beforeAll(async () => {
  world = await sendingWorld(monday);
});
afterAll(() => world?.close());
beforeEach(() => {
  world.setClock(monday);
  world.answers.length = 0;
  world.mails.length = 0;
});

const due = (): Promise<string> =>
  world.open({ document: { kind: 'toleration_60a', validUntil: world.day(20) } });
const after = (minutes: number): void =>
  world.setClock(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString());

describe('a mail', () => {
  it('that SMTP does not take from 17:00 to 08:00 leaves after 09:00, once', async () => {
    const id = await due();
    for (let tries = 0; tries < 8; tries += 1)
      world.answers.push({ state: 'deferred', why: 'smtp_econnrefused' });
    // every ten minutes through the night; the server is back at eight
    for (let minutes = 0; minutes < 18 * 60; minutes += 10) {
      after(10);
      if (world.now() >= '2027-01-12T07:00:00.000Z') world.answers.length = 0;
      await world.carryOut(id);
    }
    expect(world.mails).toHaveLength(1);
    const { day, hour } = berlinTime(world.mails[0]?.at ?? '');
    expect([day, hour]).toEqual(['2027-01-12', 9]);
  });

  it('comes a second time under the same Message-ID where a process died between SMTP and its record', async () => {
    const id = await due();
    world.answers.push('dies');
    after(2);
    await expect(world.carryOut(id)).rejects.toThrow('killed');
    await world.carryOut(id);
    expect(world.mails).toHaveLength(1); // the claim is not settled yet
    after(6);
    await world.carryOut(id);
    expect(world.mails.map(({ key }) => key)).toEqual([world.mails[0]?.key, world.mails[0]?.key]);
    const [message] = await world.messages(id);
    expect(message).toMatchObject({ state: 'sent', messageId: `${world.mails[0]?.key}@localhost` });
    after(60);
    await world.carryOut(id);
    expect(world.mails).toHaveLength(2);
  });

  it('is not sent again where its reason has gone after the process died', async () => {
    const id = await due();
    world.answers.push('dies');
    after(2);
    await expect(world.carryOut(id)).rejects.toThrow('killed');
    await world.call('POST', `/journeys/${id}/documents`, {
      kind: 'toleration_60a',
      validUntil: world.day(300),
    });
    after(61);
    await world.carryOut(id);
    expect(world.mails).toHaveLength(1);
    expect((await world.messages(id))[0]).toMatchObject({ state: 'failed', why: 'no_outcome' });
  });

  it('is one, however many workers carry it out at once', async () => {
    const ids = await Promise.all([due(), due(), due()]);
    after(2);
    const workers = ids.flatMap((id) =>
      Array.from({ length: 4 }, () => world.carryOut(id).catch(() => undefined)),
    );
    await Promise.all(workers);
    expect(world.mails).toHaveLength(ids.length);
    expect(new Set(world.mails.map(({ key }) => key)).size).toBe(ids.length);
  });

  it('that can not be composed holds up nothing else that is due', async () => {
    const id = await world.open({ document: { kind: 'toleration_60a', validUntil: world.day(58) } });
    after(2 * 24 * 60);
    const { sql } = world.api.platform;
    const notices = async (): Promise<number> => {
      const { rows } = await sql.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM es.event WHERE stream_id = $1 AND type = 'NoticeQueued'`,
        [id],
      );
      return rows[0]?.count ?? 0;
    };
    await expect(world.carryOut(id, { texts: new Map() })).rejects.toThrow('texts of this programme');
    expect(world.mails).toEqual([]);
    const queued = await notices();
    expect(queued).toBeGreaterThan(0);
    await world.carryOut(id);
    expect(world.mails).toHaveLength(1);
    expect(await notices()).toBe(queued);
  });

  it('that was planned by a click is taken back by an undo within its quarter of a minute', async () => {
    const id = await due();
    const { json } = await world.call('GET', `/journeys/${id}`);
    const path = `/journeys/${id}/documents/${json.documents[0].id}/withdrawal`;
    expect((await world.call('POST', path, { reason: 'Verwechslung' })).status).toBe(200);
    after(2);
    await world.carryOut(id);
    expect(world.mails).toEqual([]);
  });
});
