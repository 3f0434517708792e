import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '../../contract/journeys/deadline.js';
import { message } from '../../contract/journeys/deadline.js';
import { noticesOf } from '../../src/journeys/views/notice-view.js';
import type { ViewContext } from '../../src/journeys/views/view-context.js';
import { mailsOfNotices } from '../../src/read-models/staff-mail/mails-of-notices.js';
import { staffWorld, type StaffWorld } from '../support/staff-world.js';
import { journeyNow } from './event-store/what-the-log-says.js';

/** A Monday; eight weeks before the paper's day is Tuesday, a week before it 3 March. */
const monday = '2026-01-12T09:00:00.000Z';
const tuesday = '2026-01-13T06:30:00.000Z';
const validUntil = '2026-03-10';

let world: StaffWorld;
beforeEach(async () => {
  world = await staffWorld(monday);
});
afterEach(() => world?.end());

/** The notices of a journey as `GET …/messages` shows them, the earliest first. */
async function noticesIn(journey: string): Promise<Message[]> {
  const state = await journeyNow(world, journey);
  const planning = world.programmes.planning('durchstarten');
  const staffMails = await mailsOfNotices(world.sql, Object.keys(state.plain.notices));
  const context = { programme: planning.programme, planning, staffMails, mailDomain: 'lotse.example' };
  const views = noticesOf(state, { ...context, role: 'coach', language: 'de', coach: null } as ViewContext);
  return views.map(({ view }) => message.parse(view)).sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1));
}

const toCoach = async (journey: string): Promise<Message | undefined> =>
  (await noticesIn(journey)).find(({ to, rule }) => to === 'coach' && rule === 'residence_document_expiry');

describe('a notice in the list of messages', () => {
  it('is planned for the morning of its mail, under way, and sent with that mail’s Message-ID', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, validUntil });
    const planned = { to: 'coach', text: 'staff_notice', state: 'planned', plannedFor: tuesday, why: null };
    expect(await toCoach(journey)).toMatchObject(planned);
    await world.reaches('2026-01-13T06:10:00.000Z');
    expect(await toCoach(journey)).toMatchObject(planned); // queued, and nobody has had it

    world.setClock(tuesday);
    world.answers.push('dies');
    await expect(world.round()).rejects.toThrow('killed');
    const sending = await toCoach(journey);
    expect(sending).toMatchObject({ state: 'sending', stateSince: tuesday, plannedFor: tuesday });
    world.setClock('2026-01-13T06:35:00.000Z');
    await world.round();
    const messageId = `${world.letters[0]?.key}@lotse.example`;
    expect(sending?.messageId).toBe(messageId);
    expect(await toCoach(journey)).toMatchObject({
      state: 'sent',
      stateSince: '2026-01-13T06:35:00.000Z',
      messageId,
    });
  });

  it('is held while the SMTP server is away, and has failed where the address was refused', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, validUntil });
    await world.reaches(tuesday);
    world.answers.push({ state: 'deferred', why: 'smtp_451' }, { state: 'failed', why: 'smtp_550' });
    await world.round();
    expect(await toCoach(journey)).toMatchObject({ state: 'held', why: 'smtp_451' });
    world.setClock('2026-01-13T06:31:00.000Z');
    await world.round();
    expect(await toCoach(journey)).toMatchObject({ state: 'failed', why: 'smtp_550' });
  });

  it('is cancelled where its reason went away before anybody was told, planned or queued', async () => {
    const mara = await world.account('mara', 'coach');
    const journey = await world.open({ coach: mara, validUntil });
    await world.reaches('2026-01-13T06:10:00.000Z');
    await world.does(journey, {
      type: 'RecordDocument',
      paper: { kind: 'toleration_60a', validUntil: '2026-12-31', employmentNote: 'unknown' },
    });
    world.setClock(tuesday);
    await world.round();
    const gone = (await noticesIn(journey)).filter(({ state }) => state === 'cancelled');
    expect(gone.map(({ plannedFor }) => plannedFor)).toContain(tuesday);
    expect(gone.length).toBeGreaterThan(5);
    const queued = gone.filter(({ plannedFor }) => plannedFor === tuesday);
    expect(queued.map(({ why }) => why)).toEqual(['no_longer_due']);
    const planned = gone.filter(({ plannedFor }) => plannedFor > tuesday);
    expect(new Set(planned.map(({ why }) => why))).toEqual(new Set(['done']));
    expect(gone.map(({ messageId }) => messageId).filter((id) => id !== undefined)).toEqual([]);
  });

  it('is planned for its own instant where it is grave, and stays under way until all have had it', async () => {
    const mara = await world.account('mara', 'coach');
    await world.account('karl', 'coordinator');
    await world.account('olga', 'coordinator');
    const journey = await world.open({ coach: mara, validUntil: '2026-01-11' });
    await world.reaches('2026-01-12T09:01:01.000Z');
    world.answers.push({ state: 'deferred', why: 'smtp_451' });
    await world.round();
    const grave = (await noticesIn(journey)).filter(({ rule }) => rule === 'document_expired');
    for (const { plannedFor } of grave) expect(plannedFor < '2026-01-12T09:01:01.000Z').toBe(true);
    expect(grave.filter(({ state }) => state === 'held')).toHaveLength(1);
    world.setClock('2026-01-12T09:02:01.000Z');
    await world.round();
    const told = (await noticesIn(journey)).filter(({ rule }) => rule === 'document_expired');
    expect(told.map(({ to, state }) => `${to} ${state}`).sort()).toEqual(['coach sent', 'coordinator sent']);
  });

  it('is the engine’s own failure, which no rule has planned', async () => {
    await world.account('karl', 'coordinator');
    const journey = await world.open({ validUntil });
    await world.does(journey, { type: 'ReportPlanningFailed' });
    const own = async (): Promise<Message | undefined> =>
      (await noticesIn(journey)).find(({ rule }) => rule === 'planning_failed');
    expect(await own()).toMatchObject({ to: 'coordinator', state: 'planned', plannedFor: tuesday });
    world.setClock(tuesday);
    await world.round();
    expect(await own()).toMatchObject({ state: 'sent' });
    expect(world.to('karl')[0]?.text).toContain('Lotse konnte etwas Fälliges nicht ausführen');
  });
});
