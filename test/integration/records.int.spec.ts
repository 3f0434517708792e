import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codes, startApi, type Answer, type Api } from '../support/api.js';
import {
  beforePlan,
  consent,
  inDays,
  journeyCalls,
  opening,
  paper,
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

const send = (method: string, id: string, what: string, body?: object, as = 'mara') =>
  api.call(method, `/api/v1/journeys/${id}/${what}`, { as, ...(body && { body }) });
const withdraw = (id: string, kind: string, record: string) =>
  post(id, `${kind}/${record}/withdrawal`, { reason: 'Verwechslung' });

describe('a record that is withdrawn', () => {
  it('stays readable and has no effect: a milestone takes its phase with it', async () => {
    const id = await opened();
    await post(id, 'milestones', consent('case_work'));
    const checked = await post(id, 'milestones', beforePlan[0] ?? {});
    const needs = await post(id, 'milestones', beforePlan[1] ?? {});
    expect(needs.json.phase).toBe('assessed');
    const refused = await withdraw(id, 'milestones', checked.json.milestones[1].id);
    expect(refused.json).toMatchObject({
      status: 409,
      code: 'others-depend-on-it',
      missing: [{ code: 'needs_assessed', who: 'coach' }],
    });
    const withdrawn = await withdraw(id, 'milestones', needs.json.milestones[2].id);
    expect(withdrawn).toMatchObject({ status: 200, json: { phase: 'eligible' } });
    expect(withdrawn.json.milestones[2]).toMatchObject({ milestone: 'needs_assessed', withdrawn: true });
    const again = await withdraw(id, 'milestones', needs.json.milestones[2].id);
    expect(again.json.version).toBe(withdrawn.json.version);
    expect((await withdraw(id, 'milestones', randomUUID())).status).toBe(404);
    expect((await withdraw(id, 'deadlines', randomUUID())).status).toBe(404);
    expect((await get(`/journeys/${id}/events`, 'karl')).text).not.toContain('Verwechslung');
  });

  it('lets the paper before it count again, and the last contact before it', async () => {
    const id = await opened(opening({ document: paper(70), firstContactOn: inDays(-20) }));
    const renewed = await post(id, 'documents', paper(200));
    const back = await withdraw(id, 'documents', renewed.json.documents[1].id);
    expect(back.json.documents).toMatchObject([{ current: true }, { current: false, withdrawn: true }]);
    const open = back.json.deadlines.filter(
      ({ rule, state }: { rule: string; state: string }) =>
        rule === 'residence_document_expiry' && state === 'open',
    );
    expect(open).toMatchObject([{ due: inDays(70) }]);

    const contact = { on: today, channel: 'phone', direction: 'out', reached: true };
    expect((await post(id, 'contacts', { ...contact, reached: false })).json.lastContactOn).toBe(inDays(-20));
    const reached = await post(id, 'contacts', contact);
    expect(reached).toMatchObject({ status: 201, json: { lastContactOn: today } });
    const { items } = (await get(`/journeys/${id}/events`)).json;
    const { record } = items.findLast(({ type }: { type: string }) => type === 'ContactRecorded').data;
    expect((await withdraw(id, 'contacts', record)).json.lastContactOn).toBe(inDays(-20));
  });

  it('takes a module one step back, and its end can only be left so', async () => {
    const id = await opened();
    await post(id, 'milestones', consent('case_work'));
    const proposed = await post(id, 'modules', { module: 'F6', on: inDays(-3), provider: 'Träger' });
    expect(proposed).toMatchObject({ status: 201, json: { modules: [{ module: 'F6', state: 'proposed' }] } });
    const { id: module } = proposed.json.modules[0];
    const move = (state: string) => send('PATCH', id, `modules/${module}`, { state, on: today });
    expect((await move('active')).json.modules).toMatchObject([{ state: 'active', since: today }]);
    expect(seen(await move('applied'))).toEqual({ status: 409, code: 'not-backwards' });
    await move('paused');
    expect((await move('active')).status).toBe(200);
    await move('aborted');
    expect(seen(await move('active'))).toEqual({ status: 409, code: 'module-ended' });
    expect((await withdraw(id, 'modules', module)).json.modules).toMatchObject([{ state: 'active' }]);
    expect(codes(await post(id, 'modules', { module: 'F9', on: today }))).toEqual({
      '/module': 'unknown-module',
    });
  });
});

describe('a request for renewal', () => {
  it('that was recorded by mistake is withdrawn: the paper is unhandled again, and the record stays readable', async () => {
    const id = await opened(opening({ document: paper(5) }));
    const flags = ({ json }: Answer) => json.flags.map(({ rule }: { rule: string }) => rule);
    expect(flags(await get(`/journeys/${id}`))).toEqual(['document_expiring_unhandled']);
    const requested = await post(id, 'renewal-requests', { on: today, proof: 'receipt_seen' });
    expect(flags(requested)).toEqual([]);
    const [request] = requested.json.renewalRequests;
    expect(request).toMatchObject({ on: today, proof: 'receipt_seen' });
    const path = `renewal-requests/${request.id}/withdrawal`;
    const withdrawn = await post(id, path, { reason: 'Es war der Bruder' });
    expect(withdrawn.status).toBe(200);
    expect(flags(withdrawn)).toEqual(['document_expiring_unhandled']);
    expect(withdrawn.json.renewalRequests).toEqual([{ ...request, withdrawn: true }]);
  });
});

describe('what lies over a journey', () => {
  it('is set and taken away: a pause, and that nobody reaches the person', async () => {
    const id = await opened();
    expect(await post(id, 'pause', { on: today })).toMatchObject({
      status: 409,
      json: { code: 'consent-missing' },
    });
    await post(id, 'milestones', consent('case_work'));
    const paused = await post(id, 'pause', { on: today, reason: 'away' });
    expect(paused).toMatchObject({ status: 200, json: { overlays: ['suspended'] } });
    expect(codes(await post(id, 'pause', { on: today, reason: 'ill' }))).toEqual({
      '/reason': 'invalid-value',
    });
    const set = await send('PUT', id, 'overlays/unreachable', { since: today });
    expect(set.json.overlays).toEqual(['suspended', 'unreachable']);
    expect((await post(id, 'resume', { on: today })).json.overlays).toEqual(['unreachable']);
    const cleared = await send('DELETE', id, 'overlays/unreachable');
    expect(cleared).toMatchObject({ status: 200, json: { overlays: [] } });
    expect(cleared.headers.get('etag')).toBe(`"${cleared.json.version}"`);
    expect((await send('PUT', id, 'overlays/suspended', { since: today })).status).toBe(404);
  });

  it('is no part of the person: contact data change, and saying it twice is saying it once', async () => {
    const id = await opened();
    const change = { phone: '+49 2403 77', email: 'Neu@example.org', givenName: 'Merhawit' };
    const changed = await send('PATCH', id, 'participant', change);
    expect(changed).toMatchObject({
      status: 200,
      json: { participant: { ...change, email: 'neu@example.org', familyName: 'Tesfay' } },
    });
    expect((await send('PATCH', id, 'participant', change)).json.version).toBe(changed.json.version);
    expect(codes(await send('PATCH', id, 'participant', { colour: 'red' }))).toEqual({
      '/colour': 'unknown-field',
    });
  });
});

describe('a renewal', () => {
  it('with proof keeps the deadline and clears the flag; told by the person alone it does not', async () => {
    const id = await opened(opening({ document: paper(5) }));
    const told = await post(id, 'renewal-requests', { on: today, proof: 'self_reported' });
    expect(told.json.flags).toMatchObject([{ rule: 'document_expiring_unhandled', severity: 3 }]);
    const proven = await post(id, 'renewal-requests', { on: today, proof: 'receipt_seen' });
    expect(proven).toMatchObject({ status: 201, json: { flags: [] } });
    const none = await post(await opened(), 'renewal-requests', { on: today, proof: 'receipt_seen' });
    expect(none.json).toMatchObject({ status: 409, missing: [{ code: 'document' }] });
  });
});

describe('a repeated key', () => {
  it('is taken once, also where the path names a deadline', async () => {
    const id = await opened(opening({ document: paper(50) }));
    const { deadlines, version } = (await get(`/journeys/${id}`)).json;
    const path = `/api/v1/deadlines/${deadlines[0].id}/verification`;
    const verify = (on: string, ifMatch?: number) =>
      api.call('PUT', path, {
        as: 'mara',
        body: { on },
        key: 'one-key',
        ...(ifMatch !== undefined && { ifMatch }),
      });
    const first = await verify(today, version);
    expect(first).toMatchObject({ status: 200, json: { version: version + 1 } });
    expect((await verify(today, version)).json).toEqual(first.json);
    expect(seen(await verify(inDays(-1)))).toEqual({ status: 422, code: 'idempotency-key-reused' });
    const stale = { as: 'mara', body: { on: today }, ifMatch: version };
    expect((await api.call('POST', `/api/v1/journeys/${id}/pause`, stale)).status).toBe(412);
  });
});
