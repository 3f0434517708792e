import { berlinDay } from '../../domain/deadlines/berlin.js';
import { atOnce } from '../../src/imports/at-once.js';
import { secondApi, secondWorker } from '../../test/support/second-processes.js';
import { measured, roundsOf, type Size } from '../measurement.js';
import { Caller } from '../support/http.js';
import { openJourneys, type OpenJourneys } from '../support/open-journeys.js';
import { untilIdle } from '../support/relay.js';
import { roundOf } from '../support/rounds.js';
import type { Topic } from '../topic.js';

const journeys: Readonly<Record<Size, number>> = { smoke: 40, short: 200, full: 1000 };
const callers = 16;

/** A milestone for each journey. */
interface Round {
  accepted: number;
  acceptedPerSecond: number;
  toldPerSecond: number;
}

/** Access, needs and plan (bench/support/rounds.ts). */
const untilPlanned = 3;

/** Two APIs and two workers instead of one of each, on the same cores. */
export const several: Topic = {
  name: 'several',
  title: 'milestones with two APIs and two workers, beside one of each',
  async measure(size) {
    const open = await openJourneys(journeys[size]);
    const one: Round[] = [];
    const two: Round[] = [];
    try {
      // from the plan on all milestones are alike: what leads to it counts for neither side
      for (let round = 0; round < untilPlanned; round += 1) await recordRound(open, [open.caller], round);
      for (let round = 0; round < roundsOf(size); round += 1) {
        const number = untilPlanned + 2 * round;
        one.push(await recordRound(open, [open.caller], number));
        two.push(await withSecond(open, (second) => recordRound(open, [open.caller, second], number + 1)));
      }
      const accepted = [...one, ...two].reduce((sum, round) => sum + round.accepted, 0);
      const calls = 2 * roundsOf(size) * open.ids.length;
      const beforehand = untilPlanned * open.ids.length;
      const perSecond = two.map(({ acceptedPerSecond }) => acceptedPerSecond);
      const ratios = perSecond.map((each, round) => each / (one[round]?.acceptedPerSecond ?? Number.NaN));
      return {
        measurements: [
          measured('several_milestones_per_second', '/s', perSecond),
          measured(
            'several_told_per_second',
            '/s',
            two.map(({ toldPerSecond }) => toldPerSecond),
          ),
          measured('several_ratio', '×', ratios),
          measured('several_refused', 'calls', calls - accepted, { atMost: 0 }),
          measured(
            'several_doubled',
            'milestones',
            (await recordedMilestones(open)) - beforehand - accepted,
            {
              atMost: 0,
            },
          ),
        ],
      };
    } finally {
      await open.close();
    }
  },
};

async function withSecond<Result>(
  { lotse }: OpenJourneys,
  work: (second: Caller) => Promise<Result>,
): Promise<Result> {
  const [api, worker] = await Promise.all([secondApi(lotse), secondWorker(lotse)]);
  const caller = new Caller(api.url, lotse.token);
  try {
    return await work(caller);
  } finally {
    caller.close();
    await Promise.all([api.stop(), worker.stop()]);
  }
}

/** Records the round's milestone for every journey, now at one API, now at the other. */
async function recordRound(
  { ids, db }: OpenJourneys,
  apis: readonly Caller[],
  number: number,
): Promise<Round> {
  const { body } = roundOf(number, berlinDay(new Date().toISOString()));
  const calls = ids.map((id, index) => ({ id, api: apis[index % apis.length] }));
  const began = performance.now();
  const answers = await atOnce(calls, callers, async ({ id, api }) =>
    api?.call('POST', `/journeys/${id}/milestones`, body),
  );
  const answered = performance.now() - began;
  await untilIdle(db, 40);
  const accepted = answers.filter((answer) => answer?.status === 201).length;
  return {
    accepted,
    acceptedPerSecond: (accepted * 1000) / answered,
    toldPerSecond: (accepted * 1000) / (performance.now() - began),
  };
}

async function recordedMilestones({ db }: OpenJourneys): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM es.event
      WHERE type = 'MilestoneReached' AND actor->>'kind' = 'person'
        AND data->>'milestone' IN ('eligibility_checked', 'needs_assessed', 'plan_agreed', 'plan_reviewed')`,
  );
  return rows[0]?.count ?? 0;
}
