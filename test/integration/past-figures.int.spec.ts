import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Journey, JourneyItem } from '../../contract/journeys/journey.js';
import type { PastFigures } from '../../contract/pages/figures.js';
import { endOfDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { later } from '../../domain/deadlines/windows.js';
import type { Api } from '../support/api.js';
import { allOf } from '../support/demonstration.js';
import { coach, ofTwo, region, startRegion, tokens } from '../support/region.js';

/** A Saturday; its week began on Monday, 26 October. */
const day = '2026-10-31';
const monday = '2026-10-26';

let api: Api;
/** Every journey as it was known at the end of that day, one by one. */
let then: Journey[];

beforeAll(async () => {
  api = await startRegion('2026-11-23T09:00:00.000Z');
  const items = await allOf<JourneyItem>(api, tokens[region] ?? '', '/journeys?open=all');
  const at = encodeURIComponent(later(endOfDay(day), -1));
  then = [];
  for (const { id } of items) {
    const answer = await call(region, `/journeys/${id}?asOf=${at}`);
    // before its first event was recorded there is none
    if (answer.status === 200) then.push(answer.json as Journey);
  }
}, 300_000);
afterAll(() => api?.close());

const call = (as: string, path: string) => api.call('GET', `/api/v1${path}`, { as: tokens[as] ?? '' });

/** Asks until the day has been reckoned. */
async function past(as: string, query = ''): Promise<NonNullable<PastFigures['figures']> & { of: number }> {
  for (;;) {
    const { status, json } = await call(as, `/figures/past?day=${day}${query}`);
    expect(status).toBe(200);
    const { figures, done, of } = json as PastFigures;
    expect(done).toBeLessThanOrEqual(of);
    if (figures) return { ...figures, of };
  }
}

const isAside = ({ snoozedUntil = '' }: Journey['flags'][number]): boolean => snoozedUntil >= day;

describe('the numbers of a past day', () => {
  it.each([
    [region, '', () => true],
    [region, '&commune=eschweiler', ({ commune }: Journey) => commune === 'eschweiler'],
    [region, `&coach=${coach}`, (journey: Journey) => journey.coach === coach],
    [ofTwo, '', ({ commune }: Journey) => ['stolberg', 'roetgen'].includes(commune)],
  ] as const)('are for %s what each journey was known to be, one by one: %s', async (as, query, isMeant) => {
    const { stuck, horizon, flow } = await past(as, query);
    const meant = then.filter(isMeant);
    expect(meant.length).toBeGreaterThan(0);

    const flags = meant.flatMap((journey) => journey.flags.filter((flag) => !isAside(flag)));
    expect(stuck.flags).toBe(flags.length);
    for (const { key, severity3, severity2, severity1 } of stuck.groups) {
      const countOf = (severity: number) =>
        flags.filter((flag) => flag.rule === key && flag.severity === severity).length;
      expect([severity3, severity2, severity1].map(({ count }) => count)).toEqual([3, 2, 1].map(countOf));
    }

    const open = meant.flatMap(({ deadlines }) => deadlines.filter(({ state }) => state === 'open'));
    const inWeek = (first: string): number =>
      open.filter(({ due }) => due >= first && due < addDays(first, 7)).length;
    expect(horizon.weeks[0]?.monday).toBe(monday);
    for (const [at, week] of horizon.weeks.entries()) {
      const counted = horizon.kinds.reduce((sum, { weeks }) => sum + (weeks[at]?.count ?? 0), 0);
      expect({ week, counted }).toEqual({ week, counted: inWeek(week.monday) });
    }

    for (const { key, now } of flow.phases) {
      const there = meant.filter((journey) => journey.open && journey.phase === key).length;
      expect({ key, count: now.count }).toEqual({ key, count: there });
    }
  });

  it('differ from those of now', async () => {
    const { flow } = await past(region);
    const { json } = await call(region, '/figures/flow');
    const countsOf = ({ phases }: typeof flow) => phases.map(({ now }) => now.count);
    expect(countsOf(flow)).not.toEqual(countsOf(json as typeof flow));
    expect(flow.since).toBe(addDays(day, -90));
  });

  it('are reckoned over every journey that there is', async () => {
    const { of } = await past(region);
    expect(of).toBe((await allOf(api, tokens[region] ?? '', '/journeys?open=all')).length);
  });

  it('are of a day that calendars know, that is over, and a coordinator’s', async () => {
    const today = await call(region, '/figures/past?day=2026-11-23');
    expect(today).toMatchObject({
      status: 422,
      json: { errors: [expect.objectContaining({ pointer: '/day', code: 'day-not-over' })] },
    });
    expect(await call(region, '/figures/past?day=2020-12-31')).toMatchObject({ status: 422 });
    expect((await call(coach, `/figures/past?day=${day}`)).status).toBe(403);
  });

  it('are none before anything was recorded', async () => {
    const asked = (): ReturnType<typeof call> => call(region, '/figures/past?day=2021-01-04');
    let answer = await asked();
    while (answer.json.figures === null) answer = await asked();
    expect(answer.json.figures).toMatchObject({ stuck: { flags: 0, groups: [] }, horizon: { deadlines: 0 } });
  });
});
