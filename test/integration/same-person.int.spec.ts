import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importActs } from '../../src/imports/import-acts.js';
import { saveStart } from '../../src/imports/save-outcomes.js';
import { startApi, type Answer, type Api } from '../support/api.js';
import { journeyCalls, opening, person, staff } from '../support/journey-calls.js';

let api: Api;
let here: string;
let checked: string;
const { opened } = journeyCalls(() => api);

const call = (method: string, path: string, body?: object, as = 'karl'): Promise<Answer> =>
  api.call(method, `/api/v1/imports${path}`, { as, ...(body && { body }) });

/** What the workflow does. */
async function carriedOut(importId: string): Promise<string> {
  const { platform } = api;
  await saveStart(platform.sql, importId);
  const acts = importActs({ ...platform, databaseUrl: platform.config.database.url }, () => undefined);
  await acts.importLines({ importId, fromLine: 1, count: 50 });
  await acts.end();
  return importId;
}

async function checkedFile(text: string): Promise<string> {
  const file = { type: 'text/csv', text };
  const path = '/api/v1/imports?basis=public_task&dryRun=true';
  const { json } = await api.call('POST', path, { as: 'karl', file });
  return carriedOut(json.id as string);
}

const head = 'Kennung;Nachname;Vorname;Geburtsdatum;Kommune;Telefon';
const file = `${head}\nS-1;Karimi;Amina;01.02.2004;Stolberg;02402 1\nS-2;Karimi;Daud;01.02.2004;Stolberg;\nS-3;Ganz;Anders;03.04.2004;Stolberg;\n`;

beforeAll(async () => {
  api = await startApi(staff);
  const participant = person({ givenName: 'Amina', familyName: 'Karimi', bornOn: '2004-02-01' });
  here = await opened(opening({ externalId: 'L-1', participant, commune: 'stolberg' }));
  checked = await checkedFile(file);
}, 60_000);
afterAll(() => api?.close());

const choose = (line: number, choice: string, journeyId = here, as = 'karl') =>
  call('PUT', `/${checked}/choices`, { line, journeyId, choice }, as);

describe('a row of somebody who may be here already', () => {
  it('is shown beside that person, detail by detail', async () => {
    const { json, status } = await call('GET', `/${checked}/comparison?line=2&journey=${here}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ journeyId: here, open: true });
    const field = (key: string) => json.fields.find((each: { key: string }) => each.key === key);
    expect(field('familyName')).toEqual({ key: 'familyName', row: 'Karimi', here: 'Karimi', isSame: true });
    expect(field('externalId')).toEqual({ key: 'externalId', row: 'S-1', here: 'L-1', isSame: false });
    expect(field('phone')).toMatchObject({ isSame: false });
  });

  it('is nobody else’s to see or to say, and no other row or journey is compared', async () => {
    const other = await opened(opening({ commune: 'stolberg' }));
    expect((await call('GET', `/${checked}/comparison?line=4&journey=${here}`)).status).toBe(404);
    expect((await call('GET', `/${checked}/comparison?line=2&journey=${other}`)).status).toBe(404);
    expect((await choose(4, 'same_person')).status).toBe(404);
    expect((await choose(2, 'same_person', here, 'olga')).status).toBe(404);
    expect((await choose(2, 'same_person', here, 'mara')).status).toBe(403);
    expect((await choose(2, 'perhaps')).status).toBe(422);
  });

  it('is kept as it was said last, sealed', async () => {
    await choose(2, 'other_person');
    await choose(3, 'other_person');
    const [once, twice] = [await choose(2, 'same_person'), await choose(2, 'same_person')];
    const choices = [
      { line: 2, journeyId: here, choice: 'same_person' },
      { line: 3, journeyId: here, choice: 'other_person' },
    ];
    expect([once.json, twice.json]).toEqual([{ choices }, { choices }]);
    expect((await call('GET', `/${checked}`)).json.choices).toEqual(choices);
    const { rows } = await api.platform.sql.query<{ choices: Buffer }>(
      'SELECT choices FROM imports.import WHERE choices IS NOT NULL',
    );
    expect(rows.map((row) => row.choices.toString('latin1')).join()).not.toMatch(/same_person|line/);
  });

  it('is left out as the same person, with the way to that journey; another person is opened', async () => {
    const { json } = await call('POST', `/${checked}/run`);
    await carriedOut(json.id);
    // a chunk that is carried out again says the same
    const acts = importActs(
      { ...api.platform, databaseUrl: api.platform.config.database.url },
      () => undefined,
    );
    await acts.importLines({ importId: json.id, fromLine: 1, count: 50 });
    await acts.end();
    const done = (await call('GET', `/${json.id}`)).json;
    expect(done).toMatchObject({ opened: 2, rejected: 1 });
    expect(done.outcomes[0]).toMatchObject({
      line: 2,
      outcome: 'rejected',
      journeyId: here,
      errors: [{ code: 'same-person', column: 'Kennung', found: 'S-1' }],
    });
    expect(done.outcomes.slice(1)).toMatchObject([
      { line: 3, outcome: 'opened' },
      { line: 4, outcome: 'opened' },
    ]);
    const list = await api.call('GET', '/api/v1/journeys?q=karimi&limit=20', { as: 'karl' });
    expect(list.json.items).toHaveLength(2);
    expect((await choose(2, 'other_person')).json).toMatchObject({ status: 409, code: 'import-was-run' });
    expect((await call('POST', `/${checked}/run`)).json.id).toBe(json.id);
  });

  it('is of the journey that has its Kennung, whatever was said of it', async () => {
    checked = await checkedFile(`${head}\nN-1;Karimi;Amina;01.02.2004;Stolberg;\n`);
    await choose(2, 'same_person');
    await opened(
      opening({
        externalId: 'N-1',
        participant: person({ givenName: 'Neu', familyName: 'Da', bornOn: '2003-01-01' }),
        commune: 'stolberg',
      }),
    );
    const { json } = await call('POST', `/${checked}/run`);
    await carriedOut(json.id);
    expect((await call('GET', `/${json.id}`)).json.rejected).toBe(0);
  });
});
