import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Flag } from '../../contract/journeys/attention.js';
import type { Message } from '../../contract/journeys/deadline.js';
import type { Journey, JourneyItem } from '../../contract/journeys/journey.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { createToken } from '../../src/access/create-token.js';
import { readRegister } from '../../src/imports/register/read-register.js';
import { startApi, type Api } from '../support/api.js';
import { testDatabase } from '../support/database.js';
import { allOf, demonstrationEnv, demonstrationOf, makeIn } from '../support/demonstration.js';
import { programme } from '../support/planning.js';

const tally = (items: readonly (string | null | undefined)[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(String(item), (counts.get(String(item)) ?? 0) + 1);
  return counts;
};

/** Which of these are there fewer than `least` or more than `most` times, and how often. */
const outside = (keys: readonly string[], counts: Map<string, number>, least: number, most = Infinity) =>
  keys
    .map((key) => `${key} ${counts.get(key) ?? 0}`)
    .filter((_, index) => {
      const count = counts.get(keys[index] ?? '') ?? 0;
      return count < least || count > most;
    });

const [register = [], ...others] = ['register', 'register-with-mistakes'].map((name) =>
  readRegister(
    readFileSync(new URL(`../data/${name}.csv`, import.meta.url)),
    '2026-11-23',
    programme,
  ).rows.flatMap(({ row }) => row ?? []),
);

const moduleStates = [
  'proposed',
  'applied',
  'waitlisted',
  'enrolled',
  'active',
  'paused',
  'completed',
  'aborted',
  'not_started',
];

describe.each([
  ['a Sunday', '2026-11-29T13:00:00.000Z', undefined],
  ['a 29 February, before the offices open', '2028-02-29T03:30:00.000Z', undefined],
  ['the first working day of a year, begun by one that died in the middle', '2027-01-04T08:00:00.000Z', 600],
])('the demonstration on %s', (_, now, killAt) => {
  let api: Api;
  let token: string;
  let items: JourneyItem[];
  let journeys: Journey[];
  const get = async <Found>(path: string): Promise<Found> =>
    (await api.call('GET', `/api/v1${path}`, { as: token })).json as Found;

  beforeAll(async () => {
    api = await demonstrationOf(now, killAt);
    ({ token } = await createToken(api.platform.sql, 'birgit.thelen@example.org'));
    items = await allOf<JourneyItem>(api, token, '/journeys?open=all');
    journeys = [];
    for (const { id } of items) journeys.push(await get<Journey>(`/journeys/${id}`));
  }, 240_000);
  afterAll(() => api?.close());

  it('has 400 people in the register’s proportions', () => {
    expect(items).toHaveLength(400);
    expect(tally(items.map(({ commune }) => commune))).toEqual(tally(register.map(({ commune }) => commune)));
    expect(tally(items.map(({ language }) => language))).toEqual(
      tally(register.map(({ language }) => language)),
    );
    const sexes = tally(journeys.map(({ participant }) => participant.sex));
    expect(sexes).toEqual(tally(register.map(({ sex }) => sex)));
    const tolerated = ['toleration_60a', 'toleration_60b', 'toleration_60c'];
    const share = (kinds: (string | undefined)[]): number =>
      kinds.filter((kind) => tolerated.includes(kind ?? '')).length / kinds.length;
    const here = share(items.map(({ paper }) => paper?.kind));
    expect(here).toBeCloseTo(share(register.map(({ document }) => document?.kind)), 1);
  });

  it('names nobody who stands in a register, and nobody twice', () => {
    expect(new Set(items.map(({ name }) => `${name.givenName} ${name.familyName}`)).size).toBe(400);
    const known = new Set(
      [register, ...others].flat().flatMap(({ givenName, familyName }) => [givenName, familyName]),
    );
    const shared = items.filter(
      ({ name }) => known.has(name.givenName ?? '') || known.has(name.familyName ?? ''),
    );
    expect(shared.map(({ name }) => name)).toEqual([]);
    expect(items.filter(({ externalId }) => !/^DEMO-\d{4}$/.test(externalId ?? ''))).toEqual([]);
  });

  it('has ten coaches with at most 45 journeys each, and twelve journeys without one', () => {
    const loads = tally(items.map(({ coach }) => coach));
    expect(loads.get('null')).toBe(12);
    loads.delete('null');
    expect(loads.size).toBe(10);
    expect(Math.max(...loads.values())).toBeLessThanOrEqual(45);
  });

  it('has consent to reminders from three in five', () => {
    const reminded = journeys.filter(({ milestones, overlays }) =>
      milestones.some(({ milestone, data }) => {
        const purposes = data['purposes'];
        return (
          milestone === 'consent_given' &&
          Array.isArray(purposes) &&
          purposes.includes('reminders') &&
          !overlays.includes('consent_withdrawn')
        );
      }),
    );
    const withdrawn = 4; // of these four have taken it back, which is no overlay
    expect(reminded.length - withdrawn).toBe(240);
  });

  it('has at least five in every phase, and three modules in every state', () => {
    const phases = tally(items.map(({ phase }) => phase));
    expect(
      outside(
        programme.phases.map(({ key }) => key),
        phases,
        5,
      ),
    ).toEqual([]);
    const states = tally(items.flatMap(({ modules }) => modules.map(({ state }) => state)));
    expect(outside(moduleStates, states, 3)).toEqual([]);
  });

  it('has every flag three to fifteen times, and at most fifteen in a hundred journeys flagged', async () => {
    const flags = await allOf<Flag>(api, token, '/flags');
    const rules = programme.stuck.map(({ key }) => key);
    expect(outside(rules, tally(flags.map(({ rule }) => rule)), 3, 15)).toEqual([]);
    expect(flags.filter(({ rule }) => !rules.includes(rule))).toEqual([]);
    expect(new Set(flags.map(({ journey }) => journey.id)).size).toBeLessThanOrEqual(60);
  });

  it('has a past that was told of without a mail, and that one can travel back to', async () => {
    const sent = await allOf<Message>(api, token, '/messages?to=participant&state=sent');
    expect(sent.length).toBeGreaterThan(300);
    expect(sent.filter(({ why }) => why !== 'demonstration')).toEqual([]);
    const long = journeys.filter(({ phase }) => phase === 'placed');
    const messages = await Promise.all(
      long.map(({ id }) => allOf<Message>(api, token, `/journeys/${id}/messages`)),
    );
    const mailed = messages.flat().filter(({ to, state }) => to === 'coach' && state === 'sent');
    expect(mailed.length).toBeGreaterThan(100);
    expect(mailed.filter(({ why }) => why !== 'demonstration')).toEqual([]);

    const before = encodeURIComponent(`${addDays(now.slice(0, 10), -120)}T12:00:00Z`);
    const then = await Promise.all(long.map(({ id }) => get<Journey>(`/journeys/${id}?asOf=${before}`)));
    const phases = new Set(then.map(({ phase }) => phase));
    expect(phases).toContain('in_support');
    expect(phases.has('placed') && phases.size === 1).toBe(false);
  });

  it('reminds at least three participants within ten minutes', async () => {
    const planned = await allOf<Message>(api, token, '/messages?to=participant&state=planned');
    const soon = new Date(Date.parse(now) + 10 * 60_000).toISOString();
    expect(planned.filter(({ plannedFor }) => plannedFor <= soon).length).toBeGreaterThanOrEqual(3);
  });

  it('is chained and folds to what its rows hold', async () => {
    const { rows } = await api.platform.sql.query<{ broken: number }>(
      'SELECT count(*)::int AS broken FROM es.stream s WHERE es.broken_at(s.stream_id) IS NOT NULL',
    );
    expect(rows).toEqual([{ broken: 0 }]);
  });
});

describe('a database in real use', () => {
  it('never gets a demonstration', async () => {
    const database = await testDatabase();
    const env = demonstrationEnv(database, '2026-11-27T10:00:00.000Z');
    const real = await startApi({ mara: { role: 'coordinator' } }, {}, undefined, database);
    const { code, said } = await makeIn(env);
    expect(code).toBe(78);
    expect(said).toContain('LOTSE_DEMO is on, but this database is in real use');
    await real.close();
  });
});
