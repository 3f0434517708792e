import { measured, roundsOf, type Measurement, type Size } from '../measurement.js';
import { untilIdle } from '../support/relay.js';
import { plannedJourneys, startFilled, type Installation } from './installation.js';
import { inClosedLoop, review } from './review.js';

const callers = 16;
const seconds: Readonly<Record<Size, number>> = { smoke: 1, short: 5, full: 15 };
/** Journeys of the large installation on which it is recorded: each has a workflow before it counts, as all have there. */
const touched: Readonly<Record<Size, number>> = { smoke: 15, short: 100, full: 300 };

/** Milestones a second in a large installation beside one of a hundred journeys, in turn. */
export async function measureRatio(
  large: Installation,
  size: Size,
  templates: number,
): Promise<Measurement[]> {
  const small = await startFilled({ journeys: 100, templates });
  try {
    const sides = [
      {
        name: 'large',
        on: large,
        journeys: await plannedJourneys(large, touched[size]),
        rates: [] as number[],
      },
      {
        name: 'small',
        on: small,
        journeys: await plannedJourneys(small, touched[size]),
        rates: [] as number[],
      },
    ] as const;
    let failed = 0;
    for (const { on, journeys } of sides) failed += await once(on, journeys);
    for (let round = 0; round < roundsOf(size); round += 1) {
      for (const { on, journeys, rates } of round % 2 === 0 ? sides : sides.toReversed()) {
        const end = performance.now() + seconds[size] * 1000;
        const call = (index: number) => review(on.coordinator, journeys[index % journeys.length] ?? '');
        const counts = await inClosedLoop(callers, () => performance.now() > end, call, 201);
        rates.push(counts.done / seconds[size]);
        failed += counts.failed;
        await untilIdle(on.db);
      }
    }
    const [many, few] = sides.map(({ rates }) => rates);
    const ratios = (many ?? []).map((rate, round) => rate / (few?.[round] ?? Number.NaN));
    return [
      measured('milestones_at_scale_failed', 'calls', failed, { atMost: 0 }),
      measured('milestones_at_scale_per_second', '/s', many ?? []),
      measured('milestones_of_100_journeys_per_second', '/s', few ?? []),
      measured('milestones_at_scale_ratio', '×', ratios, { atLeast: 0.9 }),
    ];
  } finally {
    await small.remove();
  }
}

/** One milestone for each journey, so that its workflow begins; waits until all have heard. Gives how many failed. */
async function once({ coordinator, db }: Installation, journeys: readonly string[]): Promise<number> {
  let next = 0;
  const call = (index: number) => review(coordinator, journeys[index - 1] ?? '');
  const until = (): boolean => (next += 1) > journeys.length;
  const { failed } = await inClosedLoop(4, until, call, 201);
  await untilIdle(db);
  return failed;
}
