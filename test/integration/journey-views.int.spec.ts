import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { berlinTime } from '../../domain/deadlines/berlin.js';
import { codes, startApi, type Api, type Answer } from '../support/api.js';
import {
  today,
  inDays,
  person,
  opening,
  paper,
  consent,
  journeyCalls,
  staff,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

describe('a new paper', () => {
  it('ends the old deadline and opens one that names it; a correction moves the same', async () => {
    const participant = person({ email: 'm@example.org', channels: ['email'] });
    const id = await opened(opening({ participant, document: paper(70) }));
    const remind = await post(id, 'milestones', consent('case_work', 'reminders'));
    const [old] = remind.json.deadlines;
    const states = old.reminders.map(({ state }: { state: string }) => state);
    expect(states).toEqual(Array.from({ length: 11 }, () => 'planned'));
    const told = (to: string) => old.reminders.filter((each: { to: string }) => each.to === to).length;
    expect([told('participant'), told('coach'), told('coordinator')]).toEqual([4, 6, 1]);

    const renewed = await post(id, 'documents', paper(200));
    const ofPaper = ({ json }: Answer) =>
      json.deadlines.filter(({ rule }: { rule: string }) => rule === 'residence_document_expiry');
    const [done, fresh] = ofPaper(renewed);
    expect(done).toMatchObject({ id: old.id, state: 'done' });
    expect(done.reminders.map(({ state }: { state: string }) => state)).toEqual(
      states.map(() => 'cancelled'),
    );
    expect(fresh).toMatchObject({ previousId: old.id, due: inDays(200), state: 'open', verified: false });

    const [, second] = renewed.json.documents;
    const corrected = await post(id, 'documents', { ...paper(210), corrects: second.id });
    const [, moved] = ofPaper(corrected);
    expect(moved).toMatchObject({ id: fresh.id, due: inDays(210), previousId: old.id });
    expect(corrected.json.documents.map(({ current }: { current: boolean }) => current)).toEqual([
      false,
      false,
      true,
    ]);
    expect(codes(await post(id, 'documents', { ...paper(9), corrects: randomUUID() }))).toEqual({
      '/corrects': 'no-such-record',
    });

    const messages = (await get(`/journeys/${id}/messages`)).json.items;
    const planned = messages.filter(
      ({ state, rule }: { state: string; rule: string }) =>
        state === 'planned' && rule === 'residence_document_expiry',
    );
    expect(planned).toHaveLength(11);
    const ofStaff = planned.filter(({ to }: { to: string }) => to !== 'participant');
    for (const { plannedFor } of ofStaff)
      expect(berlinTime(plannedFor)).toMatchObject({ hour: 7, minute: 30 });
    expect(ofStaff[0]).toMatchObject({ to: 'coach', text: 'staff_notice', language: 'de', why: null });
    const toParticipant = planned.filter(({ to }: { to: string }) => to === 'participant');
    expect(toParticipant.at(-1)).toMatchObject({
      to: 'participant',
      channel: 'email',
      text: 'neutral_callback',
      language: 'ti',
      rule: 'residence_document_expiry',
      journey: { id },
    });
  });

  it('says why something lies ahead, and what is missing where nothing does', async () => {
    const id = await opened(opening({ document: paper(70) }));
    const [deadline] = (await get(`/journeys/${id}/deadlines`)).json.items;
    const why = (await get(`/journeys/${id}/why`)).json;
    expect(why.acts).toContainEqual({
      at: expect.any(String),
      act: 'miss',
      because: deadline.because,
      rule: 'residence_document_expiry',
      title: 'Ablauf des Aufenthaltspapiers',
      programmeVersion: 1,
    });
    expect(why.acts).toContainEqual(expect.objectContaining({ act: 'flag', rule: 'consent_missing' }));
    expect(why.notYet[0]).toMatchObject({
      what: 'reminders',
      missing: [{ code: 'reminders' }, { code: 'channel' }, { code: 'email' }],
    });
    expect(why.notYet).toContainEqual({
      what: 'plan_agreed',
      missing: [
        expect.objectContaining({ code: 'case_work', who: 'coach' }),
        expect.objectContaining({ code: 'assessed' }),
      ],
    });
    expect((await get(`/journeys/${id}/why`, 'karl')).json).toEqual(why);
  });
});

describe('the past', () => {
  it('is as it was known at an instant, and unknown before the first event', async () => {
    const id = await opened(opening({ document: paper(70) }));
    const first = await get(`/journeys/${id}`);
    const { items } = (await get(`/journeys/${id}/events`)).json;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await post(id, 'documents', paper(200));
    const asOf = encodeURIComponent(items[0].recordedAt.replace('Z', '+00:00'));
    expect((await get(`/journeys/${id}?asOf=${asOf}`)).json).toEqual(first.json);
    expect((await get(`/journeys/${id}?asOf=2020-01-01T00:00:00Z`)).status).toBe(404);
    expect(codes(await get(`/journeys/${id}?asOf=yesterday`))).toEqual({ '/asOf': 'invalid-instant' });
  });

  it('is told in pages, one sentence each, in the language of the reader', async () => {
    const id = await opened(opening({ document: paper(70) }));
    await post(id, 'milestones', consent('case_work'));
    const first = (await get(`/journeys/${id}/events?limit=2`)).json;
    const rest = (await get(`/journeys/${id}/events?limit=50&cursor=${first.nextCursor}`)).json;
    const all = [...first.items, ...rest.items];
    expect(rest.nextCursor).toBeNull();
    expect(all.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    expect(all.map(({ type }) => type)).toEqual([
      'JourneyOpened',
      'DocumentRecorded',
      'AgendaChanged',
      'MilestoneReached',
      'AgendaChanged',
    ]);
    expect(all[0]).toMatchObject({
      actor: { kind: 'person', role: 'coach' },
      data: { coach: 'mara@example.org', givenName: 'Merhawi', commune: 'eschweiler' },
      text: 'Die Begleitung wurde eröffnet.',
    });
    expect(all[3]).toMatchObject({ data: consent('case_work'), text: 'Meilenstein erreicht: Einwilligung.' });
    const english = await get(`/journeys/${id}/events`, 'mara', { 'accept-language': 'de;q=0.5, en-GB' });
    expect(english.json.items[1].text).toBe('Residence paper recorded: Toleration (§ 60a).');
    expect(codes(await get(`/journeys/${id}/events?cursor=x`))).toEqual({ '/cursor': 'invalid-cursor' });
  });
});

describe('the list', () => {
  const idsOf = (answer: Answer) => answer.json.items.map(({ id }: { id: string }) => id);

  it('holds what is in scope, pages through all of it, and filters', async () => {
    const soon = await opened(opening({ commune: 'stolberg', document: paper(5) }));
    const later = await opened(opening({ commune: 'stolberg', document: paper(40) }));
    const closed = await opened(opening({ commune: 'stolberg' }));
    await post(closed, 'close', { on: today, reason: 'moved_away' });
    const stolberg = '/journeys?commune=stolberg';
    expect(idsOf(await get(stolberg))).toEqual([soon, later]);
    expect(idsOf(await get(`${stolberg}&open=false`))).toEqual([closed]);
    expect(idsOf(await get(`${stolberg}&open=all&sort=phase`))).toEqual([...[soon, later].sort(), closed]);
    expect(idsOf(await get(`${stolberg}&dueBefore=${inDays(40)}`))).toEqual([soon]);
    expect(idsOf(await get(`${stolberg}&phase=intake`))).toEqual([]);
    expect(idsOf(await get(`${stolberg}&coach=jana@example.org`))).toEqual([]);
    expect(idsOf(await get(`${stolberg}&coach=mara@example.org`, 'karl'))).toEqual([soon, later]);
    expect(idsOf(await get(stolberg, 'olga'))).toEqual([]);
    expect((await get(stolberg, 'root')).status).toBe(403);
    expect((await get(stolberg)).json.items[0]).toMatchObject({
      name: { givenName: 'Merhawi', familyName: 'Tesfay' },
      language: 'ti',
      paper: { kind: 'toleration_60a', validUntil: inDays(5) },
      nextDue: { day: inDays(5), rule: 'residence_document_expiry' },
      severity: 3,
      flags: ['document_expiring_unhandled'],
    });

    for (const sort of ['nextDue', 'phase', 'commune', 'severity', 'lastContactOn']) {
      const whole = idsOf(await get(`/journeys?sort=${sort}&open=all&limit=200`, 'karl'));
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const at = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = await get(`/journeys?sort=${sort}&open=all&limit=7${at}`, 'karl');
        paged.push(...idsOf(page));
        cursor = page.json.nextCursor;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(paged.length);
    }
    const foreign = (await get('/journeys?sort=phase&limit=1', 'karl')).json.nextCursor;
    expect(codes(await get(`/journeys?sort=commune&cursor=${foreign}`))).toEqual({
      '/cursor': 'invalid-cursor',
    });
  });

  it('shows a colleague’s journey reduced', async () => {
    const id = await opened();
    const { items } = (await get('/journeys?commune=eschweiler&limit=200', 'jana')).json;
    const item = items.find((each: { id: string }) => each.id === id);
    expect(Object.keys(item).sort()).toEqual(['coach', 'commune', 'id', 'name', 'phase']);
  });
});
