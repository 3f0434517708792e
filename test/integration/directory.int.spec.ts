import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DirectoryKeeper } from '../../src/directory/directory-keeper.js';
import { NameDirectory } from '../../src/directory/name-directory.js';
import { startApi, type Api } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { journeyCalls, opening, person, staff } from '../support/journey-calls.js';

let api: Api;
const { opened, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

const named = (givenName: string, familyName: string, more: object = {}) =>
  opening({ participant: person({ givenName, familyName }), ...more });

const ids = async (query: string, as = 'mara'): Promise<string[]> =>
  (await get(`/journeys?${query}`, as)).json.items.map(({ id }: { id: string }) => id);

const rename = (journey: string, givenName: string) =>
  api.platform.runner.run(
    journey,
    { type: 'ChangeParticipant', person: { givenName }, contact: {} },
    { actor: { kind: 'person', id: randomUUID(), role: 'coordinator' } },
  );

describe('a search over HTTP', () => {
  it('finds by the beginning of a name, by the Kennung and by the sound, in scope only', async () => {
    const hers = await opened(named('Yousef', 'Karimi', { externalId: 'SU-17' }));
    const foreign = await opened(named('Yussuf', 'Rahimi', { commune: 'monschau' }), 'olga');
    await eventually(async () => expect(await ids('q=karim')).toEqual([hers]));
    expect(await ids('q=su-17')).toEqual([hers]);
    expect(await ids('q=jusuf')).toEqual([hers]);
    await eventually(async () => expect(await ids('q=yussuf', 'karl')).toEqual([foreign, hers]));
    expect(await ids('q=rahimi')).toEqual([]);
  });

  it('follows a change of name, and of nothing else', async () => {
    const journey = await opened(named('Senait', 'Umbenannt'));
    await rename(journey, 'Zewdi');
    await eventually(async () => expect(await ids('q=zewdi')).toEqual([journey]));
    expect(await ids('q=senait')).toEqual([]);
  });

  it('pages by name while people are added: nobody is left out, nobody comes twice', async () => {
    const before: string[] = [];
    for (const name of ['Paaa', 'Pccc', 'Peee', 'Pggg']) before.push(await opened(named('Seite', name)));
    await eventually(async () => expect(await ids('q=seite&sort=name')).toEqual(before));
    const first = (await get('/journeys?q=seite&sort=name&limit=2', 'mara')).json;
    const added = await opened(named('Seite', 'Pbbb'));
    const later = await opened(named('Seite', 'Pfff'));
    await eventually(async () => expect(await ids('q=seite')).toContain(later));
    const rest = await ids(`q=seite&sort=name&cursor=${first.nextCursor}`);
    expect(rest).toEqual([before[2], later, before[3]]);
    expect(rest).not.toContain(added);
  });

  it('writes no name into the log', () => {
    expect(JSON.stringify(api.lines)).not.toMatch(/karim/i);
  });
});

describe('a directory that is filled', () => {
  it('holds nothing of a person whose key was destroyed', async () => {
    const journey = await opened(named('Gelöscht', 'Niemand', { externalId: 'WEG-1' }));
    const { sql, secrets, config } = api.platform;
    const asAdmin = new (await import('pg')).default.Client({ connectionString: api.database.adminUrl });
    await asAdmin.connect();
    await asAdmin.query(
      `UPDATE es.participant_key SET wrapped = NULL, destroyed_at = now()
        WHERE participant_id = (SELECT participant_id FROM rm.journey WHERE id = $1)`,
      [journey],
    );
    await asAdmin.end();
    const directory = new NameDirectory();
    const failures: unknown[] = [];
    const keeper = new DirectoryKeeper(directory, {
      sql,
      databaseUrl: config.database.url,
      wrapping: secrets.wrapping,
      tell: (error) => failures.push(error),
    });
    keeper.start();
    expect(await keeper.complete.within(10_000)).toBe(true);
    const everywhere = { id: '', role: 'coordinator', communes: null } as never;
    expect([...directory.inOrder('name', { q: 'weg-1' }, everywhere)].flat()).toEqual([]);
    expect([...directory.inOrder('name', {}, everywhere)].flat().at(-1)?.id).toBe(journey);
    expect(failures).toEqual([]);
    await keeper.stop();
    expect(directory.size).toBe(0);
  });
});
