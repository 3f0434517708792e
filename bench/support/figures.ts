import { parts } from './cpu.js';
import type { Measured, Size, Stage } from './measure.js';
import { percentile } from './steady-rate.js';
import type { Figure } from './table.js';

/** What has to hold on two cores, everything included: PostgreSQL, Temporal, API, worker and whoever calls. */
export const targets = { answerP99Ms: 50, followMs: 1000, idleSeconds: 60 };

/** The measurement as lines of the table, each with its target. */
export function figuresOf(measured: Measured, { journeys, calm, burst }: Size): Figure[] {
  const { followMs, idleAfter } = measured;
  const burstCalls = `${burst.rate}/s for ${burst.seconds} s on ${journeys} journeys`;
  const calmCalls = `${calm.rate}/s for ${calm.seconds} s`;
  return [
    ...answered(`${burstCalls}:`, measured.burst),
    {
      what: '  answered, p99',
      target: `< ${targets.answerP99Ms} ms`,
      measured: ms(percentile(measured.burst.ms, 0.99)),
      met: percentile(measured.burst.ms, 0.99) < targets.answerP99Ms,
    },
    { what: '  answered, p50', measured: ms(percentile(measured.burst.ms, 0.5)) },
    { what: '  answered, longest', measured: ms(Math.max(...measured.burst.ms)) },
    {
      what: '  after it, every workflow was told',
      target: `≤ ${targets.idleSeconds} s`,
      measured: `${idleAfter.toFixed(1)} s`,
      met: idleAfter <= targets.idleSeconds,
    },
    ...answered(`${calmCalls}:`, measured.calm),
    { what: '  answered, p99', measured: ms(percentile(measured.calm.ms, 0.99)) },
    {
      what: `  the workflow's standing follows, longest of ${followMs.length}`,
      target: `≤ ${targets.followMs} ms`,
      measured: ms(Math.max(...followMs)),
      met: Math.max(...followMs) <= targets.followMs,
    },
    { what: '  the same, p50', measured: ms(percentile(followMs, 0.5)) },
    ...cpuFigures(measured),
  ];
}

function answered(what: string, { calls, refused, firstRefusal, stale }: Stage): Figure[] {
  const why = firstRefusal ? ` (${firstRefusal.status} ${firstRefusal.body.slice(0, 80)})` : '';
  return [
    {
      what,
      target: `${calls} × 201`,
      measured: `${calls - refused} × 201${why}`,
      met: refused === 0,
    },
    {
      what: '  the answer holds the new agenda',
      target: 'all',
      measured: stale === 0 ? 'all' : `${stale} do not`,
      met: stale === 0,
    },
  ];
}

/** What a milestone costs, by process. */
function cpuFigures({ cpu, burst }: Measured): Figure[] {
  const each = (seconds: number): string => `${((seconds * 1000) / burst.calls).toFixed(1)} ms`;
  return [
    {
      what: 'CPU for a milestone of the burst:',
      measured: each(parts.reduce((sum, part) => sum + cpu[part], 0)),
    },
    ...parts.map((part) => ({ what: `  ${part}`, measured: each(cpu[part]) })),
  ];
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
