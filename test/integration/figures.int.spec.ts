import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JourneyItem } from '../../contract/journeys/journey.js';
import type { Cell, FlowFigures, HorizonFigures, WorkloadFigures } from '../../contract/pages/figures.js';
import type { DeadlineItem } from '../../contract/pages/lists.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { PhaseRow } from '../../src/read-models/phase/phase.js';
import type { Api } from '../support/api.js';
import { asked, atShare, coach, ofTwo, region, startRegion, tokens, workingDays } from '../support/region.js';
import { allOf } from '../support/demonstration.js';

const today = '2026-11-23';
const since = '2026-08-25';

let api: Api;

beforeAll(async () => {
  api = await startRegion('2026-11-23T09:00:00.000Z');
}, 240_000);
afterAll(() => api?.close());

const get = async <Found>(as: string, path: string): Promise<Found> => {
  const answer = await api.call('GET', `/api/v1${path}`, { as: tokens[as] ?? '' });
  expect(answer).toMatchObject({ status: 200 });
  return answer.json as Found;
};
const all = <Item>(as: string, path: string): Promise<Item[]> => allOf<Item>(api, tokens[as] ?? '', path);

/** Each number beside the length of its list. */
async function expectListed(as: string, list: string, cells: readonly Cell[]): Promise<void> {
  for (const { count, query } of cells) {
    const listed = await all(as, `/${list}?${new URLSearchParams(query).toString()}`);
    expect({ query, count: listed.length }).toEqual({ query, count });
  }
}

describe('the deadlines of the next weeks', () => {
  it.each(asked)('are counted for %s as they are listed, cell by cell: %s', async (as, query) => {
    const { kinds, deadlines } = await get<HorizonFigures>(as, `/figures/horizon${query}`);
    await expectListed(
      as,
      'deadlines',
      kinds.flatMap(({ weeks }) => weeks),
    );
    await expectListed(
      as,
      'tasks',
      kinds.flatMap(({ undated }) => undated ?? []),
    );
    const span = `state=open&dueFrom=${today}&dueBefore=${addDays(today, 112)}`;
    const every = await all<DeadlineItem>(as, `/deadlines?${span}${query.replace('?', '&')}`);
    expect(deadlines).toBe(every.length);
    expect(kinds.flatMap(({ weeks }) => weeks).reduce((sum, { count }) => sum + count, 0)).toBe(deadlines);
  });

  it('are many of the region, and those without a date are in sight', async () => {
    const { kinds, deadlines } = await get<HorizonFigures>(region, '/figures/horizon');
    expect(deadlines).toBeGreaterThan(200);
    expect(kinds.map(({ key }) => key)).toEqual(['paper', 'application', 'training', 'plan', 'programme']);
    const [ofPapers, ...others] = kinds.map(({ undated }) => undated);
    expect(ofPapers?.count).toBeGreaterThan(0);
    expect(others).toEqual([null, null, null, null]);
  });

  it('lie in sixteen weeks from this one’s Monday on, each with the days on which nobody answers', async () => {
    const { weeks } = await get<HorizonFigures>(region, '/figures/horizon');
    expect(weeks.map(({ number }) => number)).toEqual([
      48, 49, 50, 51, 52, 53, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(weeks.map(({ monday }) => monday).slice(0, 2)).toEqual(['2026-11-23', '2026-11-30']);
    expect(weeks.filter(({ holidays, closed }) => holidays.length + closed.length > 0)).toEqual([
      { number: 52, monday: '2026-12-21', holidays: ['2026-12-25'], closed: ['2026-12-24'] },
      {
        number: 53,
        monday: '2026-12-28',
        holidays: ['2027-01-01'],
        closed: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      },
      { number: 6, monday: '2027-02-08', holidays: [], closed: ['2027-02-08'] },
    ]);
  });
});

describe('a list of deadlines', () => {
  const fitting: Record<string, (item: DeadlineItem) => boolean> = {
    'kind=plan': ({ rule }) => rule === 'participation_plan_review',
    'kind=unheard_of': () => false,
    'dueFrom=2026-12-07': ({ due }) => due >= '2026-12-07',
    'dueBefore=2026-12-07': ({ due }) => due < '2026-12-07',
    'commune=alsdorf': ({ commune }) => commune === 'alsdorf',
    'coach=none': (item) => item.coach === null,
    [`coach=${coach}&kind=paper&dueFrom=2026-12-01&dueBefore=2027-02-01`]: ({ coach: email, rule, due }) =>
      email === coach &&
      /paper|document|permit|certificate|departure/.test(rule) &&
      due >= '2026-12-01' &&
      due < '2027-02-01',
  };

  it('asked for by a filter is those that fit, in their order', async () => {
    const every = await all<DeadlineItem>(region, '/deadlines?state=open');
    for (const [query, fits] of Object.entries(fitting)) {
      const found = await all<DeadlineItem>(region, `/deadlines?state=open&${query}`);
      const wanted = every.filter(fits);
      expect([query, found]).toEqual([query, wanted]);
      expect([query, found.length > 0]).toEqual([query, query !== 'kind=unheard_of']);
    }
  });

  it('says what can be done only where that is asked for', async () => {
    const plain = await get<{ items: DeadlineItem[] }>(coach, '/deadlines?state=open&limit=5');
    expect(plain.items.map(({ actions }) => actions)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const { items } = await get<{ items: DeadlineItem[] }>(
      coach,
      '/deadlines?state=open&limit=5&actions=true',
    );
    for (const { actions = [], phase, commune } of items) {
      expect(actions.length).toBeGreaterThan(0);
      expect([phase, commune]).toEqual([expect.any(String), expect.any(String)]);
    }
  });

  it('leads from a date that is missing to where it is recorded', async () => {
    const [task] = await all<{ actions: { key: string }[] }>(region, '/tasks?kind=fact_missing&actions=true');
    expect(task?.actions[0]?.key).toBe('paper.correct');
  });
});

/** The stays as they are stored, of journeys that fit. */
const storedStays = async (fits: string): Promise<PhaseRow[]> =>
  (
    await api.platform.sql.query<PhaseRow>(
      `SELECT p.* FROM rm.phase p JOIN rm.journey j ON j.id = p.journey_id WHERE ${fits}`,
    )
  ).rows;

const moves = ['now', 'entered', 'onward', 'back', 'ended', 'longer'] as const;

describe('the flow through the phases', () => {
  it.each(asked)('is counted for %s as it is listed, cell by cell: %s', async (as, query) => {
    const flow = await get<FlowFigures>(as, `/figures/flow${query}`);
    expect(flow.since).toBe(since);
    await expectListed(
      as,
      'journeys',
      flow.phases.flatMap((phase) => moves.map((move) => phase[move])),
    );
  });

  it('counts each open journey once, and moves of the last ninety days', async () => {
    const { phases } = await get<FlowFigures>(region, '/figures/flow');
    const open = await all<JourneyItem>(region, '/journeys');
    expect(phases.map(({ key, now: { count } }) => [key, count])).toEqual(
      phases.map(({ key }) => [key, open.filter(({ phase }) => phase === key).length]),
    );
    const stays = await storedStays('true');
    const people = (fits: (stay: PhaseRow) => boolean): number =>
      new Set(stays.filter(fits).map(({ journey_id }) => journey_id)).size;
    for (const { key, entered, onward, back, ended } of phases) {
      const left = (way: string) =>
        people((stay) => stay.phase === key && stay.way === way && (stay.left_on ?? '') >= since);
      expect([key, entered.count, onward.count, back.count, ended.count]).toEqual([
        key,
        people((stay) => stay.phase === key && stay.entered_on >= since),
        left('onward'),
        left('back'),
        left('ended'),
      ]);
    }
    expect(phases.every(({ now: { count } }) => count > 0)).toBe(true);
    expect(phases.some(({ longer }) => longer.count > 0)).toBe(true);
  });

  it('stays in a phase since the day that the journey itself tells', async () => {
    const open = await all<JourneyItem>(region, '/journeys');
    const lasting = (await storedStays('true')).filter(({ left_on }) => left_on === null);
    const told = (rows: [string, string, string | undefined][]) => rows.map((row) => row.join(' ')).sort();
    expect(told(lasting.map(({ journey_id, phase, entered_on }) => [journey_id, phase, entered_on]))).toEqual(
      told(open.map(({ id, phase, phaseSince }) => [id, phase, phaseSince])),
    );
  });

  it.each([
    ['', 'true'],
    ['?commune=eschweiler', `j.commune = 'eschweiler'`],
  ])('takes half of the people, and nine of ten, so many working days: %s', async (query, fits) => {
    const { phases } = await get<FlowFigures>(region, `/figures/flow${query}`);
    const stays = (await storedStays(fits)).filter(({ left_on }) => left_on === null || left_on >= since);
    for (const { key, span, longer } of phases) {
      const own = stays.filter(({ phase }) => phase === key);
      const days = own
        .map(({ entered_on, left_on }) => workingDays(entered_on, left_on ?? today))
        .sort((a, b) => a - b);
      const ninth = atShare(0.9, days);
      expect([key, span]).toEqual([
        key,
        days.length === 0 ? null : { median: atShare(0.5, days), ninthDecile: ninth, stays: days.length },
      ]);
      const still = own.filter(({ left_on }) => left_on === null);
      expect([key, longer.count]).toEqual([
        key,
        still.filter(({ entered_on }) => workingDays(entered_on, today) > (ninth ?? Infinity)).length,
      ]);
    }
  });
});

describe('what lies with each coach', () => {
  const kinds = { journeys: 'journeys', gravest: 'flags', flags: 'flags', deadlines: 'deadlines' } as const;

  it.each([
    [region, ''],
    [region, '?commune=stolberg'],
    [ofTwo, ''],
  ])('is counted for %s as it is listed, cell by cell: %s', async (as, query) => {
    const { coaches } = await get<WorkloadFigures>(as, `/figures/workload${query}`);
    for (const [name, list] of Object.entries(kinds)) {
      await expectListed(
        as,
        list,
        coaches.map((each) => each[name as keyof typeof kinds]),
      );
    }
    const open = await all<JourneyItem>(as, `/journeys${query}`);
    expect(coaches.reduce((sum, { journeys }) => sum + journeys.count, 0)).toBe(open.length);
  });

  it('is shown in the order of names, and last what lies with nobody', async () => {
    const { coaches } = await get<WorkloadFigures>(region, '/figures/workload');
    const names = coaches.map(({ name }) => name);
    expect(names.at(-1)).toBe('Ohne Coach');
    expect(names.slice(0, -1)).toEqual(names.slice(0, -1).toSorted((a, b) => a.localeCompare(b, 'de')));
    expect(names).toHaveLength(11);
  });

  it('is of the coaches of one’s own communes', async () => {
    const { coaches } = await get<WorkloadFigures>(ofTwo, '/figures/workload');
    expect(coaches.map(({ coach: email }) => email)).toEqual([coach, 'thomas.krings@example.org', 'none']);
  });
});

describe('the figures of a region', () => {
  it.each(['horizon', 'flow', 'workload'])('are none of a coach’s: %s', async (name) => {
    const answer = await api.call('GET', `/api/v1/figures/${name}`, { as: tokens[coach] ?? '' });
    expect(answer).toMatchObject({ status: 403 });
  });

  it('hold nobody’s name but the coaches’', async () => {
    const people = await all<JourneyItem>(region, '/journeys?open=all');
    const texts = await Promise.all(
      ['horizon', 'flow', 'workload'].map(async (name) =>
        JSON.stringify(await get<object>(region, `/figures/${name}`)),
      ),
    );
    for (const { name, externalId, id } of people) {
      for (const word of [name.familyName, externalId, id]) {
        expect(texts.join()).not.toContain(`"${word}"`);
      }
    }
  });
});

describe('a list of journeys', () => {
  it.each(['move=in_support', 'move=in_support.sideways', 'moveSince=gestern', 'phaseBefore=2026-02-30'])(
    'refuses %s',
    async (query) => {
      const answer = await api.call('GET', `/api/v1/journeys?${query}`, { as: tokens[region] ?? '' });
      expect(answer).toMatchObject({ status: 422, json: { errors: [{ in: 'query' }] } });
    },
  );

  it('is of nobody’s journeys, where that is asked for', async () => {
    const items = await all<JourneyItem>(region, '/journeys?coach=none');
    const every = await all<JourneyItem>(region, '/journeys');
    expect(items).toEqual(every.filter((item) => item.coach === null));
    expect(items.length).toBeGreaterThan(0);
  });

  it('finds by the way that they have gone, also all that ever went there', async () => {
    const [stays, every] = await Promise.all([
      storedStays('true'),
      all<JourneyItem>(region, '/journeys?open=all&move=placed.entered'),
    ]);
    const wanted = new Set(
      stays.filter(({ phase }) => phase === 'placed').map(({ journey_id }) => journey_id),
    );
    expect(every.map(({ id }) => id).sort()).toEqual([...wanted].sort());
  });
});
