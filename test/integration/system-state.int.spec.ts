import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemState, type SystemState } from '../../contract/pages/system.js';
import { startApi, type Api } from '../support/api.js';
import { journeyCalls, opening, staff } from '../support/journey-calls.js';

let api: Api;
const { opened } = journeyCalls(() => api);
beforeAll(async () => {
  api = await startApi(staff);
}, 60_000);
afterAll(() => api?.close());

const state = async (): Promise<SystemState> =>
  systemState.parse((await api.call('GET', '/api/v1/system', { as: 'root' })).json);
const sql = (text: string, values: unknown[] = []) => api.platform.sql.query(text, values);

describe('the state of the system', () => {
  it('counts what waits for a workflow, and says that none was heard of', async () => {
    const before = await state();
    expect(before).toMatchObject({
      heard: { worker: null, relay: null },
      waiting: { people: 0, bulk: 0, oldestSeconds: 0 },
      lastCheck: null,
      failing: 0,
      versions: { programme: { key: 'durchstarten', version: 1 } },
    });
    await opened(opening());
    expect((await state()).waiting.people).toBe(1);
  });

  it('tells what the nightly check found, and what it healed', async () => {
    await sql(
      `INSERT INTO checks.run (night, owner, started_at, finished_at, streams, events, temporal)
       VALUES ('2026-11-23', gen_random_uuid(), now() - interval '90 s', now(), 7, 90, 'sample')`,
    );
    await sql(
      `INSERT INTO checks.finding ("check", subject, detail, gone_at, healed) VALUES
       ('chain', gen_random_uuid(), 'broken at 3', NULL, false),
       ('agenda', gen_random_uuid(), 'differs', now(), true)`,
    );
    const { lastCheck, checks } = await state();
    expect(lastCheck).toMatchObject({ seconds: 90, streams: 7, events: 90, temporal: 'sample' });
    expect(checks.filter(({ standing, healed }) => standing + healed > 0)).toEqual([
      { check: 'chain', standing: 1, healed: 0 },
      { check: 'agenda', standing: 0, healed: 1 },
    ]);
  });

  it('has acts that failed again and again tried anew', async () => {
    const journey = await opened(opening());
    const { runner } = api.platform;
    const origin = { actor: { kind: 'engine', id: 'engine' }, generation: 1 } as const;
    await runner.run(journey, { type: 'ReportPlanningFailed' }, origin);
    expect((await state()).failing).toBe(1);
    const { json } = await api.call('POST', '/api/v1/system/retry', { as: 'root' });
    expect([json, (await state()).failing]).toEqual([{ tried: 1, restored: 1 }, 0]);
    expect((await api.call('POST', '/api/v1/system/retry', { as: 'karl' })).status).toBe(403);
  });

  it('names nobody', async () => {
    const { text } = await api.call('GET', '/api/v1/system', { as: 'root' });
    expect(text).not.toMatch(/Tesfay|Merhawi|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});
