import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorNames } from '../../src/access/actor-names.js';
import { startApi, type Api } from '../support/api.js';
import { consent, inDays, journeyCalls, opening, paper, staff } from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi({ ...staff, gone: { role: 'coach', communes: ['eschweiler'] } });
  await api.platform.sql.query(
    `UPDATE access.account SET disabled_at = now() WHERE email = 'gone@example.org'`,
  );
});
afterAll(() => api?.close());

const colleaguesOf = async (as: string): Promise<string[]> =>
  (await get('/colleagues?limit=200', as)).json.items.map(
    ({ email }: { email: string }) => email.split('@')[0],
  );

describe('colleagues', () => {
  it('are those of one’s communes, the region’s too, without whoever has gone', async () => {
    expect(await colleaguesOf('jana')).toEqual(['jana', 'karl', 'mara']);
    expect(await colleaguesOf('olga')).toEqual(['karl', 'olga', 'root']);
    expect(await colleaguesOf('karl')).toEqual(['jana', 'karl', 'mara', 'olga', 'root']);
  });

  it('are told by name, address, role and communes, and nothing else', async () => {
    const { items } = (await get('/colleagues?limit=1', 'jana')).json;
    expect(items).toEqual([
      { email: 'jana@example.org', name: 'jana Beispiel', role: 'coach', communes: ['eschweiler'] },
    ]);
  });

  it('are no administrator’s business', async () => {
    expect((await get('/colleagues', 'root')).status).toBe(403);
  });
});

describe('whoever recorded something', () => {
  it('is named in milestones and events; the engine has no name', async () => {
    const id = await opened(opening({ document: { ...paper(5), validUntil: inDays(-2) } }));
    const recorded = await post(id, 'milestones', consent('case_work'), { as: 'karl' });
    const { recordedBy } = recorded.json.milestones[0];
    expect(recordedBy).toMatchObject({ kind: 'person', role: 'coordinator', name: 'karl Beispiel' });
    const { items } = (await get(`/journeys/${id}/events?limit=200`)).json;
    const actors = items.map(({ actor }: { actor: object }) => actor);
    expect(actors).toContainEqual(expect.objectContaining({ role: 'coach', name: 'mara Beispiel' }));
    expect(actors).toContainEqual(recordedBy);
    expect(actors).toContainEqual({ kind: 'engine', id: 'engine' });
  });

  it('is asked for once, however many there are, also when she has gone', async () => {
    const asked: unknown[] = [];
    const { rows } = await api.platform.sql.query<{ id: string }>('SELECT id FROM access.account');
    const names = new ActorNames({
      query: (...query: [never]) => {
        asked.push(query);
        return api.platform.sql.query(...query);
      },
    });
    const everybody = rows.map(({ id }) => ({ kind: 'person' as const, id }));
    const engine = { kind: 'engine', id: 'engine' } as const;
    expect([...(await names.of([...everybody, engine, ...everybody])).values()]).toContain('gone Beispiel');
    expect((await names.of(everybody)).size).toBe(6);
    expect((await names.of([engine])).size).toBe(0);
    expect(asked).toHaveLength(1);
  });
});
