import { measured, type Measurement, type Size } from '../measurement.js';
import { parts } from '../support/cpu.js';
import { startMeasured } from '../support/lotse.js';
import { measure, type Load, type Measured, type Stage } from '../support/measure.js';
import { percentile } from '../support/steady-rate.js';
import type { Topic } from '../topic.js';

const loads: Readonly<Record<Size, Load>> = {
  smoke: { journeys: 30, calm: { rate: 10, seconds: 3 }, burst: { rate: 40, seconds: 3 } },
  short: { journeys: 200, calm: { rate: 30, seconds: 10 }, burst: { rate: 100, seconds: 10 } },
  full: { journeys: 1000, calm: { rate: 30, seconds: 20 }, burst: { rate: 100, seconds: 30 } },
};

/** Callers who know nothing of each other: how fast each is answered, how soon workflows follow, what it costs. */
export const steadyRate: Topic = {
  name: 'steady-rate',
  title: 'milestones at a steady rate, 30 a second and 100 a second',
  async measure(size) {
    const lotse = await startMeasured();
    try {
      return { measurements: measurementsOf(await measure(lotse, loads[size])) };
    } finally {
      await lotse.remove();
    }
  },
};

function measurementsOf({ calm, burst, followMs, idleAfter, cpu }: Measured): Measurement[] {
  return [
    measured('steady_refused', 'calls', calm.refused + burst.refused, { atMost: 0 }),
    measured('steady_without_new_agenda', 'answers', calm.stale + burst.stale, { atMost: 0 }),
    ...answered('steady_30_per_second', calm),
    ...answered('steady_100_per_second', burst),
    measured('steady_workflow_follows_ms', 'ms', followMs),
    measured('steady_untold_after_burst_s', 's', idleAfter, { atMost: 60 }),
    ...parts.map((part) =>
      measured(`milestone_cpu_${part.toLowerCase()}_ms`, 'ms', (cpu[part] * 1000) / burst.calls),
    ),
  ];
}

/** Median and 99th percentile of a stage's answers. */
const answered = (name: string, { ms }: Stage): Measurement[] => [
  measured(`${name}_p50_ms`, 'ms', percentile(ms, 0.5)),
  measured(`${name}_p99_ms`, 'ms', percentile(ms, 0.99)),
];
