import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importActs } from '../../src/imports/import-acts.js';
import { saveStart } from '../../src/imports/save-outcomes.js';
import { startApi, type Api } from '../support/api.js';
import { staff } from '../support/journey-calls.js';

let api: Api;
beforeAll(async () => {
  api = await startApi({ ...staff, kim: { role: 'coordinator' } });
}, 60_000);
afterAll(() => api?.close());

const head = 'Kennung;Nachname;Vorname;Geburtsdatum;Kommune;Schuhgröße';
const good = `${head}\nP-1;Murad;Aram;01.02.2004;Stolberg;43\nP-2;Demir;Yusuf;31.02.2004;Stolberg;44\n`;

const call = (method: string, path: string, as = 'karl') =>
  api.call(method, `/api/v1/imports${path}`, { as });

async function sent(text: string, as = 'karl', dryRun = 'true'): Promise<string> {
  const file = { type: 'text/csv', text };
  const path = `/api/v1/imports?basis=public_task&dryRun=${dryRun}`;
  const answer = await api.call('POST', path, { as, file });
  expect(answer.status).toBe(202);
  return answer.json.id as string;
}

/** What the workflow does. */
async function carriedOut(importId: string): Promise<string> {
  const { platform } = api;
  await saveStart(platform.sql, importId);
  const acts = importActs({ ...platform, databaseUrl: platform.config.database.url }, () => undefined);
  await acts.importLines({ importId, fromLine: 1, count: 50 });
  await acts.end();
  return importId;
}

describe('an import as its page shows it', () => {
  it('is checked, and then carried out by the same file: asked twice it is one import', async () => {
    const checked = await carriedOut(await sent(good));
    const [once, twice] = [await call('POST', `/${checked}/run`), await call('POST', `/${checked}/run`)];
    expect([once.status, once.json]).toEqual([202, twice.json]);
    expect(once.json.id).not.toBe(checked);
    await carriedOut(once.json.id);
    expect((await call('GET', `/${once.json.id}`)).json).toMatchObject({
      dryRun: false,
      basis: 'public_task',
      by: 'karl Beispiel',
      state: 'done',
      rows: 2,
      opened: 1,
      rejected: 1,
      outcomes: [
        { line: 2, journeyId: expect.any(String) },
        { line: 3, outcome: 'rejected' },
      ],
    });
    const again = await call('POST', `/${once.json.id}/run`);
    expect([again.status, again.json.code]).toEqual([409, 'no-dry-run']);
  });

  it('tells counts alone to whoever waits, and to an administrator whatever is asked for', async () => {
    const id = await carriedOut(await sent(good));
    for (const [path, as] of [
      [`/${id}?outcomes=false`, 'karl'],
      [`/${id}`, 'root'],
      [`/${id}?outcomes=true`, 'root'],
    ] as const) {
      const { status, json, text } = await call('GET', path, as);
      expect([status, json.rejected, 'outcomes' in json]).toEqual([200, 1, false]);
      expect(text).not.toContain('31.02.2004');
    }
    for (const path of ['/refused', '/file'])
      expect((await call('GET', `/${id}${path}`, 'root')).status).toBe(403);
  });

  it('says how the file was read, and what of it is left out', async () => {
    const id = await sent(good);
    expect((await call('GET', `/${id}/file`)).json).toEqual({
      encoding: 'UTF-8',
      separator: ';',
      columns: ['Kennung', 'Nachname', 'Vorname', 'Geburtsdatum', 'Kommune'],
      leftOut: ['Schuhgröße'],
    });
  });

  it('gives the refused rows as a file to be saved', async () => {
    const id = await carriedOut(await sent(good));
    const { headers, text } = await call('GET', `/${id}/refused`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(
      text
        .split('\r\n')
        .slice(0, 2)
        .map((line) => line.split(';').length),
    ).toEqual([7, 7]);
    expect(text).toMatch(/Geburtsdatum: Dieses Datum gibt es nicht.*;P-2;Demir;/);
    expect(text).not.toContain('P-1');
  });
});

describe('the imports of the last 30 days', () => {
  it('are listed the newest first, page by page, each as it is shown', async () => {
    const newest = await carriedOut(await sent(good));
    const pages = [];
    let cursor = '';
    do {
      const { json } = await call('GET', `?limit=2${cursor}`);
      pages.push(...json.items);
      cursor = json.nextCursor === null ? '' : `&cursor=${json.nextCursor}`;
    } while (cursor !== '');
    const ids = pages.map(({ id }) => id);
    expect(ids[0]).toBe(newest);
    expect(new Set(ids).size).toBe(ids.length);
    const times = pages.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(pages[0]).toEqual((await call('GET', `/${newest}?outcomes=false`)).json);
    expect((await call('GET', '?cursor=bm9uZQ')).status).toBe(422);
  });

  it('are one’s own for a part of the region, all for the region and for administrators', async () => {
    const olgas = await sent(good, 'olga');
    const idsFor = async (as: string): Promise<string[]> =>
      (await call('GET', '?limit=200', as)).json.items.map(({ id }: { id: string }) => id);
    expect(await idsFor('olga')).toEqual([olgas]);
    for (const as of ['karl', 'kim', 'root']) expect((await idsFor(as)).length).toBeGreaterThan(3);
    expect(await idsFor('kim')).toContain(olgas);
    for (const path of ['', '/file', '/refused'])
      expect((await call('GET', `/${await sent(good, 'kim')}${path}`, 'olga')).status).toBe(404);
  });
});
