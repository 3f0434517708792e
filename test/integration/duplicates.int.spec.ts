import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Api } from '../support/api.js';
import { inDays, journeyCalls, opening, person, staff, today } from '../support/journey-calls.js';

let api: Api;
const { open, opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

const born = inDays(-21 * 365);
const somebody = (givenName: string, familyName: string, more: object = {}) =>
  opening({ participant: person({ givenName, familyName, bornOn: born, ...more }) });
const named = ({ json }: Answer): string[] =>
  json.warnings.map(({ journeyId }: { journeyId: string }) => journeyId);

describe('somebody who may be here already', () => {
  it('is opened, and the other journey is named, in the language of the reader', async () => {
    const first = await opened(somebody('Amina', 'Karimi'));
    const again = await open(somebody('AMINA', 'Qurbani'));
    expect(again).toMatchObject({
      status: 201,
      json: {
        warnings: [
          {
            code: 'possible-duplicate',
            message:
              'Diese Person ist vielleicht schon erfasst: gleiches Geburtsdatum und mindestens ein gleicher Name.',
            journeyId: first,
          },
        ],
      },
    });
    const english = await api.call('POST', '/api/v1/journeys', {
      as: 'mara',
      body: somebody('Dritte', 'Karimi'),
      headers: { 'accept-language': 'en' },
    });
    expect(english.json.warnings).toMatchObject([
      { message: expect.stringContaining('may be here already'), journeyId: first },
    ]);
    expect((await get(`/journeys/${again.json.id}`)).json).not.toHaveProperty('warnings');
    // whoever reads the journey later need not be somebody who may know of the other one
    expect((await get(`/journeys/${again.json.id}/events`, 'karl')).text).not.toContain(first);
  });

  it('is found with the names swapped, and not by equal names or a telephone number alone', async () => {
    const phone = '+49 2402 99';
    const first = await opened(somebody('Tesfay', 'Haile', { phone }));
    expect(named(await open(somebody('Haile', 'Tesfay')))).toEqual([first]);
    const other = { bornOn: inDays(-22 * 365), phone };
    expect(named(await open(somebody('Tesfay', 'Haile', other)))).toEqual([]);
    expect(named(await open(somebody('Ganz', 'Anders', { phone })))).toEqual([]);
  });

  it('is not told of to whoever may not see the other journey, and reduced is enough', async () => {
    const foreign = { ...somebody('Weit', 'Weg'), commune: 'monschau' };
    const elsewhere = await opened(foreign, 'olga');
    expect(named(await open(somebody('Weit', 'Weg')))).toEqual([]);
    const [colleagues] = named(await open(somebody('Weit', 'Weg'), 'jana'));
    expect((await get(`/journeys/${colleagues}`, 'jana')).json).not.toHaveProperty('version');
    expect(named(await open(foreign, 'olga'))).toEqual([elsewhere]);
    expect(named(await open(foreign, 'karl'))).toHaveLength(4);
  });

  it('is told of also where a colleague is named as the coach and the answer is reduced', async () => {
    const first = await opened(somebody('Zweimal', 'Hier'));
    const answer = await open({ ...somebody('Zweimal', 'Hier'), coach: 'jana@example.org' });
    expect(answer.json).not.toHaveProperty('version');
    expect(named(answer)).toEqual([first]);
  });

  it('is not the person herself who was here before', async () => {
    const first = (await open(somebody('Noch', 'Einmal'))).json;
    await post(first.id, 'close', { on: today, reason: 'moved_away' });
    const back = await open(somebody('Noch', 'Einmal', { id: first.participant.id }));
    expect(back.status).toBe(201);
    expect(named(back)).toEqual([]);
    expect(new Set(named(await open(somebody('Noch', 'Einmal'))))).toEqual(new Set([first.id, back.json.id]));
  });

  it('is told of again, and of the same, when the command comes again', async () => {
    const first = await opened(somebody('Doppelt', 'Gesagt'));
    const body = somebody('Doppelt', 'Gesagt');
    const send = () => api.call('POST', '/api/v1/journeys', { as: 'mara', body, key });
    const key = randomUUID();
    const once = await send();
    expect(named(once)).toEqual([first]);
    await opened(somebody('Doppelt', 'Gesagt'));
    const path = `/api/v1/journeys/${first}/participant`;
    await api.call('PATCH', path, { as: 'mara', body: { givenName: 'Ganz', familyName: 'Anders' } });
    expect((await send()).text).toEqual(once.text);
  });
});
