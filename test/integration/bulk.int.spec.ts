import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkAnswer } from '../../contract/pages/bulk.js';
import { deleteOldBulkActs } from '../../src/bulk/start-bulk-acts.js';
import { startAgain } from '../../src/recovery/start-again.js';
import { codes, startApi, type Api } from '../support/api.js';
import { carryOut } from '../support/carried-out.js';
import { consent, inDays, journeyCalls, opening, seen, staff, today } from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

const contact = { on: today, channel: 'sms', direction: 'out', reached: false };
const start = (as: string, body: object, key?: string) =>
  api.call('POST', '/api/v1/bulk', { as, body, ...(key !== undefined && { key }) });
const show = async (as: string, id: string): Promise<BulkAnswer> => (await get(`/bulk/${id}`, as)).json;
const undo = (as: string, id: string) => api.call('POST', `/api/v1/bulk/${id}/undo`, { as });

/** Sends an act and carries it out. */
async function done(as: string, body: object): Promise<BulkAnswer> {
  const answer = await start(as, body);
  expect(answer.status).toBe(202);
  await carryOut(api.platform, answer.json.id);
  return show(as, answer.json.id);
}

const some = async (count: number, more: object = {}): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await opened(opening(more)));
  return ids;
};
const typesOf = async (id: string): Promise<string[]> =>
  (await get(`/journeys/${id}/events?limit=200`, 'karl')).json.items.map(
    ({ type }: { type: string }) => type,
  );
const contactsOf = async (id: string): Promise<number> =>
  (await typesOf(id)).filter((type) => type === 'ContactRecorded').length;

describe('an act on many', () => {
  it('waits until it is carried out, then says what became of each, in the order in which they were named', async () => {
    const ids = (await some(3)).toReversed();
    const { json } = await start('mara', { command: 'record_contact', ids, body: contact });
    expect(await show('mara', json.id)).toMatchObject({
      state: 'queued',
      rows: 3,
      done: 0,
      outcomes: [],
      undoUntil: null,
    });
    await carryOut(api.platform, json.id);
    const answer = await show('mara', json.id);
    expect(answer).toMatchObject({
      state: 'done',
      rows: 3,
      done: 3,
      unchanged: 0,
      refused: 0,
      dryRun: false,
    });
    expect(answer.outcomes.map(({ journeyId }) => journeyId)).toEqual(ids);
    expect(answer.outcomes[0]?.effect).toBe('Noch kein Kontakt');
    expect(Date.parse(answer.undoUntil ?? '')).toBeGreaterThan(Date.now() + 14 * 60_000);
    for (const id of ids) expect(await contactsOf(id)).toBe(1);
  });

  it('is recorded as the act of whoever sent it, and all of it belongs together', async () => {
    const [id = ''] = await some(1);
    const { id: batch } = await done('mara', { command: 'record_contact', ids: [id], body: contact });
    const { items } = (await get(`/journeys/${id}/events?limit=200`)).json;
    const recorded = items.find(({ type }: { type: string }) => type === 'ContactRecorded');
    expect(recorded.actor).toMatchObject({ role: 'coach', name: 'mara Beispiel' });
    const { rows } = await api.platform.sql.query(
      'SELECT DISTINCT stream_id FROM es.event WHERE correlation_id = $1',
      [batch],
    );
    expect(rows).toEqual([{ stream_id: id }]);
  });

  it('changes nothing in a dry run, and says what would become of each', async () => {
    const [able = '', closed = ''] = await some(2);
    await post(able, 'milestones', consent('case_work'));
    await post(closed, 'close', { on: today, reason: 'moved_away' });
    const before = await typesOf(able);
    const act = { command: 'propose_module', ids: [able, closed], body: { module: 'F4', on: today } };
    const answer = await done('mara', { ...act, dryRun: true });
    expect(answer).toMatchObject({ dryRun: true, done: 1, refused: 1, undoUntil: null });
    expect(answer.outcomes[1]?.why).toMatchObject({
      code: 'not-yet-possible',
      missing: [{ text: expect.stringMatching(/abgeschlossen/), who: 'coordinator' }],
    });
    expect(await typesOf(able)).toEqual(before);
    expect(seen(await undo('mara', answer.id))).toEqual({ status: 409, code: 'nothing-to-undo' });
  });

  it('leaves a module alone that is there already, and those that say nothing new', async () => {
    const [fresh = '', has = ''] = await some(2);
    for (const id of [fresh, has]) await post(id, 'milestones', consent('case_work'));
    await post(has, 'modules', { module: 'F4', on: inDays(-3) });
    const act = { command: 'propose_module', ids: [fresh, has], body: { module: 'F4', on: today } };
    const answer = await done('mara', act);
    expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'unchanged']);
    expect(answer.outcomes[0]?.effect).toBe('Noch kein Baustein');
    expect(answer.outcomes[1]?.why?.code).toBe('module-is-there');
    expect(await done('mara', act)).toMatchObject({ done: 0, unchanged: 2 });
    const twice = { command: 'record_contact', ids: [fresh], body: contact };
    expect([(await done('mara', twice)).done, (await done('mara', twice)).unchanged]).toEqual([1, 1]);
  });

  it('gives many to another coach, and says who it was until now', async () => {
    const ids = await some(2);
    const answer = await done('karl', { command: 'assign_coach', ids, body: { coach: 'jana@example.org' } });
    expect(answer.outcomes.map(({ effect }) => effect)).toEqual([
      'Bisher: mara Beispiel',
      'Bisher: mara Beispiel',
    ]);
    for (const id of ids) expect((await get(`/journeys/${id}`, 'karl')).json.coach).toBe('jana@example.org');
  });

  it('reaches nobody whom whoever sent it does not see in full', async () => {
    const [own = ''] = await some(1);
    const colleagues = await opened(opening({ coach: 'jana@example.org' }), 'karl');
    const foreign = await opened(opening({ commune: 'monschau' }), 'olga');
    const ids = [own, colleagues, foreign, randomUUID()];
    const answer = await done('mara', { command: 'record_contact', ids, body: contact });
    expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'refused', 'refused', 'refused']);
    expect(answer.outcomes.slice(1).map(({ why }) => why?.code)).toEqual([
      'not-found',
      'not-found',
      'not-found',
    ]);
    expect(await contactsOf(colleagues)).toBe(0);
  });

  it('finds by a filter just whom the list shows in full', async () => {
    const ids = await some(2, { commune: 'stolberg' });
    await opened(opening({ commune: 'stolberg', coach: 'jana@example.org' }), 'karl');
    const answer = await done('mara', {
      command: 'record_contact',
      filter: { commune: 'stolberg' },
      body: contact,
      dryRun: true,
    });
    expect(answer.outcomes.map(({ journeyId }) => journeyId).toSorted()).toEqual(ids.toSorted());
    const none = { command: 'record_contact', filter: { phase: 'placed' }, body: contact };
    expect(await done('mara', none)).toMatchObject({ state: 'done', rows: 0, outcomes: [] });
  });

  it('is refused where a field could be right for nobody, or the role may not', async () => {
    const ids = [randomUUID()];
    const wrong = async (body: object) => codes(await start('karl', { ids, ...body }));
    expect(await wrong({ command: 'record_contact', body: { ...contact, on: inDays(1) } })).toEqual({
      '/body/on': 'date-in-future',
    });
    expect(await wrong({ command: 'propose_module', body: { module: 'F9', on: today } })).toEqual({
      '/body/module': 'unknown-module',
    });
    expect(await wrong({ command: 'assign_coach', body: { coach: 'karl@example.org' } })).toEqual({
      '/body/coach': 'not-a-coach',
    });
    expect(await wrong({ command: 'record_contact', body: contact, filter: {} })).toEqual({
      '/ids': 'ids-or-filter',
    });
    expect(seen(await start('mara', { command: 'assign_coach', ids, body: { coach: null } }))).toEqual({
      status: 403,
      code: 'forbidden',
    });
  });

  it('is one act under one key, and another body under it is refused', async () => {
    const ids = await some(1);
    const act = { command: 'record_contact', ids, body: contact };
    const [one, other] = [await start('mara', act, 'bulk-once'), await start('mara', act, 'bulk-once')];
    expect(one.json.id).toBe(other.json.id);
    const reused = await start('mara', { ...act, dryRun: true }, 'bulk-once');
    expect(seen(reused)).toEqual({ status: 422, code: 'idempotency-key-reused' });
  });

  it('has one effect where a worker dies in the middle and another one begins the part again', async () => {
    const ids = await some(6);
    const { json } = await start('mara', { command: 'record_contact', ids, body: contact });
    await carryOut(api.platform, json.id, 2, 2);
    await api.platform.sql.query('DELETE FROM bulk.outcome WHERE batch_id = $1 AND from_row = 3', [json.id]);
    await carryOut(api.platform, json.id, Infinity, 2);
    const answer = await show('mara', json.id);
    expect(answer).toMatchObject({ state: 'done', done: 6, unchanged: 0 });
    expect(answer.outcomes.every(({ effect }) => effect === 'Noch kein Kontakt')).toBe(true);
    for (const id of ids) expect(await contactsOf(id)).toBe(1);
    const undone = await undo('mara', json.id);
    await carryOut(api.platform, undone.json.id);
    expect(await show('mara', undone.json.id)).toMatchObject({ done: 6 });
  });

  it('is nobody else’s to see, and lies sealed', async () => {
    const note = 'Notizcanary beim Anruf';
    const ids = await some(1);
    const { id } = await done('mara', { command: 'record_contact', ids, body: { ...contact, note } });
    for (const as of ['jana', 'karl']) expect((await get(`/bulk/${id}`, as)).status).toBe(404);
    const { rows } = await api.platform.sql.query<{ row: string }>(
      `SELECT (to_jsonb(b) - 'task')::text || encode(b.task, 'escape') AS row FROM bulk.batch b
       UNION ALL SELECT (to_jsonb(o) - 'sealed')::text || encode(o.sealed, 'escape') FROM bulk.outcome o`,
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Notizcanary|outcome/);
  });

  it('is begun again where Temporal’s state was lost', async () => {
    const ids = await some(1);
    const { json } = await start('mara', { command: 'record_contact', ids, body: contact });
    const { sql } = api.platform;
    await sql.query(`UPDATE bulk.batch SET state = 'running' WHERE id = $1`, [json.id]);
    await startAgain(sql);
    expect(await show('mara', json.id)).toMatchObject({ state: 'queued' });
  });

  it('is forgotten after 30 days; what was recorded stays', async () => {
    const ids = await some(1);
    const { id } = await done('mara', { command: 'record_contact', ids, body: contact });
    const { sql } = api.platform;
    await sql.query(`UPDATE bulk.batch SET created_at = now() - interval '31 days' WHERE id = $1`, [id]);
    await deleteOldBulkActs(sql);
    expect((await get(`/bulk/${id}`)).status).toBe(404);
    expect(await contactsOf(ids[0] ?? '')).toBe(1);
  });
});

describe('taking an act on many back', () => {
  it('withdraws what was recorded, once, and says so of each', async () => {
    const ids = await some(2);
    const { id } = await done('mara', { command: 'record_contact', ids, body: contact });
    const first = await undo('mara', id);
    expect(first.status).toBe(202);
    await carryOut(api.platform, first.json.id);
    expect(await show('mara', first.json.id)).toMatchObject({ undoes: id, done: 2, undoUntil: null });
    expect(await show('mara', id)).toMatchObject({ undoneBy: first.json.id, undoUntil: null });
    expect((await undo('mara', id)).json.id).toBe(first.json.id);
    for (const each of ids) expect(await typesOf(each)).toContain('ContactWithdrawn');
    expect(seen(await undo('mara', first.json.id))).toEqual({ status: 409, code: 'nothing-to-undo' });
  });

  it('gives everybody back to whoever had them, but those who have been given to a third since', async () => {
    const [kept = '', moved = ''] = await some(2);
    const act = { command: 'assign_coach', ids: [kept, moved], body: { coach: 'jana@example.org' } };
    const { id } = await done('karl', act);
    await api.call('PUT', `/api/v1/journeys/${moved}/coach`, { as: 'karl', body: { coach: null } });
    const undone = await undo('karl', id);
    await carryOut(api.platform, undone.json.id);
    const { outcomes } = await show('karl', undone.json.id);
    expect(outcomes.map(({ outcome, why }) => why?.code ?? outcome)).toEqual(['done', 'changed-since']);
    expect((await get(`/journeys/${kept}`, 'karl')).json.coach).toBe('mara@example.org');
    expect((await get(`/journeys/${moved}`, 'karl')).json.coach).toBeNull();
  });

  it('is too late after a quarter of an hour, and too early while it is under way', async () => {
    const ids = await some(1);
    const { json } = await start('mara', { command: 'record_contact', ids, body: contact });
    expect(seen(await undo('mara', json.id))).toEqual({ status: 409, code: 'still-running' });
    await carryOut(api.platform, json.id);
    const { sql } = api.platform;
    await sql.query(`UPDATE bulk.batch SET done_at = now() - interval '16 minutes' WHERE id = $1`, [json.id]);
    expect((await show('mara', json.id)).undoUntil).toBeNull();
    expect(seen(await undo('mara', json.id))).toEqual({ status: 409, code: 'undo-too-late' });
    expect((await undo('jana', json.id)).status).toBe(404);
  });
});

describe('what can be done to many', () => {
  it('is told by role, as forms that the server takes as they are filled in', async () => {
    const commands = async (as: string) =>
      (await get('/bulk-acts', as)).json.items.map(({ command }: { command: string }) => command);
    expect(await commands('mara')).toEqual(['propose_module', 'record_contact']);
    expect(await commands('karl')).toEqual(['assign_coach', 'propose_module', 'record_contact']);
    const { items } = (await get('/bulk-acts', 'karl')).json;
    for (const { command, body, needs } of items) {
      const filled = Object.fromEntries(
        needs
          .filter(({ required }: { required: boolean }) => required)
          .map((need: { pointer: string; preset?: unknown; options?: { value: string }[] }) => [
            need.pointer.slice(1),
            need.preset ?? need.options?.[0]?.value,
          ]),
      );
      const answer = await start('karl', {
        command,
        ids: [randomUUID()],
        body: { ...body, ...filled },
        dryRun: true,
      });
      expect([command, answer.status]).toEqual([command, 202]);
    }
  });
});
