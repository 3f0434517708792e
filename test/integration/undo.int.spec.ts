import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Answer, type Api, type Sent } from '../support/api.js';
import {
  consent,
  inDays,
  journeyCalls,
  opening,
  paper,
  plan,
  seen,
  staff,
  today,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

const call = (method: string, path: string, body?: object, more: Sent = {}) =>
  api.call(method, path, { as: 'mara', ...(body && { body }), ...more });
/** The address that an answer names for taking its act back; `null` where it names none. */
const undoOf = ({ headers }: Answer): string | null => {
  const link = headers.get('link');
  return link === null ? null : (/^<(\/api\/v1\/\S+)>; rel="undo"$/.exec(link)?.[1] ?? 'another link');
};
const withdraw = (path: string | null) => call('POST', path ?? '', { reason: 'undone_at_once' });
const contact = { on: today, channel: 'phone', direction: 'out', reached: true };
/** A journey of Mara's with consent, in which nothing but that was recorded. */
const begun = async (): Promise<string> => {
  const id = await opened(opening({ document: paper(5) }));
  await post(id, 'milestones', consent('case_work'));
  return id;
};
const typesOf = async (id: string): Promise<string[]> =>
  (await get(`/journeys/${id}/events?limit=200`)).json.items.map(({ type }: { type: string }) => type);

const records: Record<string, [body: object, event: string]> = {
  milestones: [consent('reminders'), 'MilestoneWithdrawn'],
  contacts: [contact, 'ContactWithdrawn'],
  documents: [paper(90), 'DocumentWithdrawn'],
  modules: [{ module: 'F6', on: today }, 'ModuleChangeWithdrawn'],
  'renewal-requests': [{ on: today, proof: 'receipt_seen' }, 'RenewalWithdrawn'],
};

describe('what was just recorded', () => {
  it.each(Object.entries(records))('in %s names where it is taken back', async (kind, [body, event]) => {
    const id = await begun();
    const before = (await get(`/journeys/${id}`)).json;
    const recorded = await post(id, kind, body);
    expect(recorded.status).toBe(201);
    const path = undoOf(recorded);
    expect(path).toMatch(new RegExp(`^/api/v1/journeys/${id}/${kind}/[0-9a-f-]{36}/withdrawal$`));
    expect((await withdraw(path)).status).toBe(200);
    expect(await typesOf(id)).toContain(event);
    const { deadlines, phase } = (await get(`/journeys/${id}`)).json;
    expect(phase).toBe(before.phase);
    const open = (list: { state: string; due: string }[]) =>
      list.filter(({ state }) => state === 'open').map(({ due }) => due);
    expect(open(deadlines)).toEqual(open(before.deadlines));
  });

  it('as a step of a module loses that step only', async () => {
    const id = await begun();
    const { modules } = (await post(id, 'modules', { module: 'F6', on: today })).json;
    const step = { state: 'active', on: today };
    const moved = await call('PATCH', `/api/v1/journeys/${id}/modules/${modules[0].id}`, step);
    expect(moved.json.modules).toMatchObject([{ state: 'active' }]);
    expect((await withdraw(undoOf(moved))).json.modules).toMatchObject([{ state: 'proposed' }]);
  });

  it('names the same when the command comes again, and nothing where it said nothing new', async () => {
    const id = await begun();
    const key = randomUUID();
    const [first, other] = [
      await post(id, 'contacts', contact, { key }),
      await post(id, 'contacts', contact),
    ];
    const again = await post(id, 'contacts', contact, { key });
    expect([again.text, undoOf(again)]).toEqual([first.text, undoOf(first)]);
    expect(undoOf(other)).not.toBe(undoOf(first));

    const named = randomUUID();
    const known = await post(id, 'milestones', consent('case_work'), { key: named });
    expect([known.status, undoOf(known)]).toEqual([201, null]);
    expect(undoOf(await post(id, 'milestones', consent('case_work'), { key: named }))).toBeNull();
  });

  it('names nothing where it was refused, or where nothing leads back', async () => {
    const id = await begun();
    expect(undoOf(await post(id, 'milestones', plan))).toBeNull();
    expect(undoOf(await post(id, 'pause', { on: today }))).toBeNull();
  });

  it('is described so', async () => {
    const { paths } = (await call('GET', '/api/openapi.json')).json;
    const { headers } = paths['/api/v1/journeys/{id}/contacts'].post.responses['201'];
    expect(Object.keys(headers)).toEqual(['ETag', 'Link']);
  });
});

describe('a flag that was put aside by mistake', () => {
  const flagsOf = async (id: string) => (await get(`/journeys/${id}`)).json.flags;

  it('shows up again as it was', async () => {
    const id = await begun();
    const [flag] = await flagsOf(id);
    const key = randomUUID();
    const body = { until: inDays(1), reason: 'Ruft zurück' };
    const aside = await call('POST', `/api/v1/flags/${flag.id}/snooze`, body, { key });
    expect(aside.json.flags).toMatchObject([{ snoozedUntil: inDays(1) }]);
    const path = undoOf(aside);
    expect(path).toBe(`/api/v1/flags/${flag.id}/snooze`);
    expect(undoOf(await call('POST', `/api/v1/flags/${flag.id}/snooze`, body, { key }))).toBe(path);
    const woken = await call('DELETE', path ?? '');
    expect([woken.status, woken.json.flags, undoOf(woken)]).toEqual([200, [flag], null]);
    expect((await typesOf(id)).slice(-2)).toContain('FlagSnoozeWithdrawn');
    const listed = (await get('/flags?limit=200')).json.items;
    expect(listed).toContainEqual(expect.objectContaining({ id: flag.id }));
  });

  it('is put aside as before, where it had been', async () => {
    const id = await begun();
    const [flag] = await flagsOf(id);
    const path = `/api/v1/flags/${flag.id}/snooze`;
    for (const days of [1, 2]) await call('POST', path, { until: inDays(days), reason: 'Ruft zurück' });
    expect((await call('DELETE', path)).json.flags).toMatchObject([{ snoozedUntil: inDays(1) }]);
    expect((await call('DELETE', path)).json.flags).toEqual([flag]);
  });

  it('is refused where it is not put aside, and is nobody else’s to wake', async () => {
    const id = await begun();
    const [flag] = await flagsOf(id);
    const path = `/api/v1/flags/${flag.id}/snooze`;
    expect(seen(await call('DELETE', path))).toEqual({ status: 409, code: 'flag-not-snoozed' });
    expect((await call('DELETE', path, undefined, { as: 'jana' })).status).toBe(403);
    expect((await call('DELETE', path.replace(flag.id, randomUUID()))).status).toBe(404);
  });
});

describe('a task that was marked as done by mistake', () => {
  it('is open again, once', async () => {
    const id = await begun();
    const data = { result: 'not_eligible', statusKind: 'other', livesInStateFacility: false };
    const { tasks } = (await post(id, 'milestones', { milestone: 'eligibility_checked', on: today, data }))
      .json;
    const [task] = tasks;
    const path = `/api/v1/tasks/${task.id}/done`;
    expect(seen(await call('DELETE', path))).toEqual({ status: 409, code: 'task-not-done' });
    const key = randomUUID();
    const done = await call('POST', path, { on: today, note: 'Liegt vor' }, { key });
    expect(done.json.tasks).toMatchObject([{ id: task.id, state: 'done' }]);
    expect(undoOf(done)).toBe(path);
    expect(undoOf(await call('POST', path, { on: today }))).toBeNull();

    const reopened = await call('DELETE', path, undefined, { key });
    expect([reopened.status, reopened.json.tasks]).toEqual([200, [task]]);
    expect((await call('DELETE', path, undefined, { key })).text).toBe(reopened.text);
    expect(seen(await call('DELETE', path))).toEqual({ status: 409, code: 'task-not-done' });
    const { items } = (await get(`/tasks?state=open&limit=200`)).json;
    expect(items).toContainEqual(expect.objectContaining({ id: task.id }));
    expect(await typesOf(id)).toContain('TaskReopened');
  });
});
