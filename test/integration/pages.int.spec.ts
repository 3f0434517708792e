import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Act, Acts } from '../../contract/pages/act.js';
import type { StuckFigures } from '../../contract/pages/figures.js';
import type { FlagItem } from '../../contract/pages/flags.js';
import type { Today, TodayItem } from '../../contract/pages/today.js';
import type { JourneyItem } from '../../contract/journeys/journey.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { createToken } from '../../src/access/create-token.js';
import type { CommandRunner } from '../../src/journeys/command-runner.js';
import { startApi, type Api } from '../support/api.js';
import { testDatabase } from '../support/database.js';
import { allOf, demonstrationEnv, makeIn } from '../support/demonstration.js';
import { bodiesOf } from '../support/filled-acts.js';

const now = '2026-11-23T09:00:00.000Z';
const today = '2026-11-23';
const coordinator = 'birgit.thelen@example.org';
const coach = 'mara.lenz@example.org';

let api: Api;
const tokens: Record<string, string> = {};
/** Commands take their whole way, but for the last step: nothing is stored. */
let isTried = true;

beforeAll(async () => {
  const database = await testDatabase();
  const env = demonstrationEnv(database, now);
  expect(await makeIn(env)).toMatchObject({ code: 0 });
  api = await startApi(
    {},
    env,
    (platform) => ({ ...platform, runner: triedWith(platform.runner) }),
    database,
  );
  const { rows } = await api.platform.sql.query<{ email: string }>('SELECT email FROM access.account', []);
  for (const { email } of rows) tokens[email] = (await createToken(api.platform.sql, email)).token;
}, 240_000);
afterAll(() => api?.close());

function triedWith(runner: CommandRunner): CommandRunner {
  const run: CommandRunner['run'] = async (journey, wish, origin) => {
    if (!isTried) return runner.run(journey, wish, origin);
    const state = await runner.foresee(journey, wish, origin);
    return { state, events: [], standing: undefined as never };
  };
  return Object.create(runner, { run: { value: run } }) as CommandRunner;
}

const get = async <Found>(as: string, path: string): Promise<Found> => {
  const answer = await api.call('GET', `/api/v1${path}`, { as: tokens[as] ?? '' });
  expect(answer).toMatchObject({ status: 200 });
  return answer.json as Found;
};
const all = <Item>(as: string, path: string): Promise<Item[]> => allOf<Item>(api, tokens[as] ?? '', path);

/** What an act is answered: its status where that is no success, and why. */
async function refused(as: string, act: Act, body: object): Promise<string[]> {
  const sent = act.call.method === 'DELETE' ? {} : { body };
  const answer = await api.call(act.call.method, act.call.path, { as: tokens[as] ?? '', ...sent });
  if (answer.status < 300) return [];
  return [
    `${act.key} ${JSON.stringify(body)}: ${answer.status} ${answer.json.code} ${JSON.stringify(answer.json.errors)}`,
  ];
}

/** One journey of each shape that the demonstration has. */
async function oneOfEach(): Promise<JourneyItem[]> {
  const items = await all<JourneyItem>(coordinator, '/journeys?open=all');
  const shapes = new Map(
    items.map((item) => [
      [item.phase, item.overlays, item.flags.toSorted(), item.coach === null].join('|'),
      item,
    ]),
  );
  return [...shapes.values()];
}

describe('the acts of the people of the demonstration', () => {
  it('are refused by nobody, sent as they are offered; what waits is not among them', async () => {
    const journeys = await oneOfEach();
    expect(journeys.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    let tried = 0;
    for (const [at, { id, coach: own }] of journeys.entries()) {
      const as = own !== null && at % 3 > 0 ? own : coordinator;
      const { possible, notYet } = await get<Acts>(as, `/journeys/${id}/acts`);
      for (const act of possible) {
        tried += 1;
        const [plain = {}, full = {}] = bodiesOf(act, today);
        wrong.push(...(await refused(as, act, at % 2 === 0 ? plain : full)));
      }
      for (const { key } of notYet.filter(({ key }) => key.startsWith('milestone.'))) {
        expect(possible.map((act) => act.key)).not.toContain(key);
      }
    }
    expect(tried).toBeGreaterThan(500);
    // a paper cannot end before it begins; what was filled in beside each other decides
    expect(wrong.filter((each) => !each.includes('ends-before-it-begins'))).toEqual([]);
  }, 240_000);

  it('are told in the reader’s language', async () => {
    const [item] = await all<JourneyItem>(coach, `/journeys?coach=${coach}`);
    const answer = await api.call('GET', `/api/v1/journeys/${item?.id}/acts`, {
      as: tokens[coach] ?? '',
      headers: { 'accept-language': 'en' },
    });
    const labels = (answer.json as Acts).possible.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Reached', 'New paper', 'Close the journey']));
    expect(labels.join()).not.toMatch(/[äöüß]/);
  });
});

/** What solves these flags is what a person would do first. */
const solving: Record<string, string[]> = {
  document_expired: ['paper.renewal_requested', 'paper.new'],
  no_contact: ['contact.reached', 'contact.not_reached'],
};

const itemsOf = ({ groups }: Today): TodayItem[] => groups.flatMap(({ items }) => items);

describe('what is to be done today', () => {
  it.each([coach, coordinator])('by %s is within reach, in order and said once', async (as) => {
    const list = await get<Today>(as, '/today');
    expect(list).toMatchObject({ day: today, next: { day: expect.any(String) } });
    const items = itemsOf(list);
    expect(items.length).toBeGreaterThan(5);
    const later = list.groups.find(({ key }) => key === 'next_7_days')?.items ?? [];
    expect(list.left).toBe(items.length - later.length);
    for (const { due } of later) expect(due > today && due <= addDays(today, 7)).toBe(true);
    for (const { items: group } of list.groups) {
      const keys = group.map(({ due, severity }) => `${due} ${3 - severity}`);
      expect(keys).toEqual(keys.toSorted());
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { actions, why } of items) {
      expect(actions.length).toBeGreaterThan(0);
      // a coordinator can have the coach reminded, or give the journey to another one
      expect(actions.length).toBeLessThanOrEqual(as === coordinator ? 5 : 4);
      expect(why).toMatch(/\.$/);
    }
  });

  it('of a coach is of her own people and of those without a coach', async () => {
    const coaches = new Set(itemsOf(await get<Today>(coach, '/today')).map(({ journey }) => journey.coach));
    expect([...coaches].filter((email) => email !== coach && email !== null)).toEqual([]);
  });

  it('of a coordinator is what Lotse tells coordinators of, and whatever is nobody’s', async () => {
    const flags = itemsOf(await get<Today>(coordinator, '/today')).filter(({ kind }) => kind === 'flag');
    const told = new Set([
      'no_contact',
      'same_phase_too_long',
      'assessment_overdue',
      'plan_overdue',
      'departure_running',
    ]);
    for (const { severity, rule, journey } of flags) {
      expect(severity === 3 || told.has(rule) || journey.coach === null).toBe(true);
    }
  });

  it('says of a paper what its flag says, and not twice', async () => {
    for (const as of [coach, coordinator]) {
      const items = itemsOf(await get<Today>(as, '/today'));
      const flagged = items.filter(({ kind, rule }) => kind === 'flag' && rule.startsWith('document_exp'));
      const deadlines = items.filter(
        ({ kind, rule }) => kind === 'deadline' && rule === 'residence_document_expiry',
      );
      const ids = new Set(flagged.map(({ journey }) => journey.id));
      expect(deadlines.filter(({ journey }) => ids.has(journey.id))).toEqual([]);
    }
  });

  it('offers first what most likely solves it, as the journey itself does', async () => {
    const items = itemsOf(await get<Today>(coach, '/today')).filter(({ kind }) => kind === 'flag');
    for (const { rule, actions, journey } of items) {
      const { possible } = await get<Acts>(coach, `/journeys/${journey.id}/acts`);
      const keys = actions.map(({ key }) => key);
      expect(possible.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
      expect(keys.at(-1)).toMatch(/^flag\.snooze\./);
      expect(keys.slice(0, 2)).toEqual(solving[rule] ?? keys.slice(0, 2));
    }
  });

  it('of one journey is all of it, for whoever sees it in full', async () => {
    const [{ journey }] = itemsOf(await get<Today>(coach, '/today')) as [TodayItem];
    const one = await get<Today>(coordinator, `/today?for=${journey.id}`);
    expect(new Set(itemsOf(one).map((item) => item.journey.id))).toEqual(new Set([journey.id]));
  });

  it('is there soon, of forty people and of four hundred', async () => {
    const fastest = async (as: string): Promise<number> => {
      const times: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const start = performance.now();
        await get(as, '/today');
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    expect(await fastest(coach)).toBeLessThan(150);
    expect(await fastest(coordinator)).toBeLessThan(1000);
  });
});

describe('flags and their figures', () => {
  const fitting: Record<string, (flag: FlagItem) => boolean> = {
    'snoozed=false': () => true,
    'technical=false': () => true,
    'olderThan=3': ({ since }) => since < '2026-11-19T23:00:00.000Z',
    'olderThan=20': ({ since }) => since < '2026-11-02T23:00:00.000Z',
    'phase=in_support': ({ phase }) => phase === 'in_support',
    'severity=3': ({ severity }) => severity === 3,
    'coach=none': ({ coach: email }) => email === null,
    'rule=no_contact&severity=2': ({ rule, severity }) => rule === 'no_contact' && severity === 2,
    [`coach=${coach}`]: ({ coach: email }) => email === coach,
  };
  it.each(Object.keys(fitting))('asked for by %s are those that fit', async (query) => {
    const every = await all<FlagItem>(coordinator, '/flags');
    const found = await all<FlagItem>(coordinator, `/flags?${query}`);
    expect(found).toEqual(every.filter((flag) => fitting[query]?.(flag)));
    expect(found.length).toBeGreaterThan(0);
  });

  it('are found by the participant’s language, which the database does not know', async () => {
    const speakers = await all<JourneyItem>(coordinator, '/journeys?language=ar');
    const every = await all<FlagItem>(coordinator, '/flags');
    const ids = new Set(speakers.map(({ id }) => id));
    expect(await all<FlagItem>(coordinator, '/flags?language=ar')).toEqual(
      every.filter(({ journey }) => ids.has(journey.id)),
    );
  });

  it.each([coordinator, coach])(
    'are counted for %s as they are listed, cell by cell',
    async (as) => {
      for (const query of ['', '&snoozed=false', '&olderThan=10', '&phase=in_support', '&language=ar']) {
        for (const by of ['rule', 'commune', 'coach']) {
          const figures = await get<StuckFigures>(as, `/figures/stuck?by=${by}${query}`);
          const cells = figures.groups.flatMap(({ severity3, severity2, severity1, old }) => [
            severity3,
            severity2,
            severity1,
            old,
          ]);
          for (const cell of cells) {
            const listed = await all<FlagItem>(as, `/flags?${new URLSearchParams(cell.query).toString()}`);
            expect({ ...cell, listed: listed.length }).toEqual({ ...cell, listed: cell.count });
          }
          const sum = figures.groups.reduce(
            (all, { severity3, severity2, severity1 }) =>
              all + severity3.count + severity2.count + severity1.count,
            0,
          );
          expect(sum).toBe(figures.flags);
        }
      }
    },
    240_000,
  );

  it('say who is meant, how to reach them, and what to do', async () => {
    const [flag] = await all<FlagItem>(coordinator, '/flags?severity=3');
    expect(flag).toMatchObject({
      title: expect.any(String),
      commune: expect.any(String),
      phase: expect.any(String),
    });
    expect(flag?.actions.at(-1)?.key).toBe(`flag.snooze.${flag?.id}`);
  });
});

describe('an act that is done', () => {
  it('leaves the list, and stands among what was done today', async () => {
    isTried = false;
    const before = await get<Today>(coach, '/today');
    const item = itemsOf(before).find(({ kind }) => kind === 'flag');
    const snooze = item?.actions.find(({ key }) => key.startsWith('flag.snooze.'));
    if (!item || !snooze) throw new Error('There is no flag to be put aside');
    expect(await refused(coach, snooze, bodiesOf(snooze, today)[0] ?? {})).toEqual([]);
    const after = await get<Today>(coach, '/today');
    expect(itemsOf(after).map(({ id }) => id)).not.toContain(item.id);
    expect(after.left).toBe(before.left - 1);
    expect(after.done[0]).toMatchObject({
      text: 'Ein Hinweis wurde zurückgestellt.',
      journey: { id: item.journey.id },
    });
    const aside = await all<FlagItem>(coach, '/flags?snoozed=true');
    expect(aside.map(({ id }) => id)).toEqual([item.id]);
    const figures = await get<StuckFigures>(coach, '/figures/stuck?snoozed=true');
    expect(figures.flags).toBe(1);

    const wake = aside[0]?.actions.at(-1);
    if (wake?.key !== `flag.wake.${item.id}`) throw new Error('It cannot be shown again');
    expect(await refused(coach, wake, {})).toEqual([]);
    const again = await get<Today>(coach, '/today');
    expect(itemsOf(again).map(({ id }) => id)).toContain(item.id);
    expect(again.done).toEqual(before.done);
  });
});
