import { measured, type Measurement, type Target } from './measurement.js';

/** A figure that is one measurement by another, perhaps of another topic. */
interface Ratio {
  name: string;
  of: string;
  to: string;
  target?: Target;
}

const ratios: readonly Ratio[] = [
  {
    name: 'milestones_vs_pgbench',
    of: 'milestones_per_second',
    to: 'pgbench_statement_per_second',
    target: { atLeast: 0.5 },
  },
  {
    name: 'milestones_vs_pgbench_with_load',
    of: 'milestones_per_second',
    to: 'pgbench_milestone_per_second',
  },
  { name: 'milestones_vs_clients', of: 'milestones_per_second', to: 'clients_statement_per_second' },
];

/** The ratios of which both sides were measured: of the medians, and as far as lowest and highest let it be. */
export function ratiosOf(measurements: readonly Measurement[], known = ratios): Measurement[] {
  const found = new Map(measurements.map((each) => [each.name, each]));
  return known.flatMap(({ name, of, to, target }) => {
    const [over, under] = [found.get(of), found.get(to)];
    if (!over || !under) return [];
    const rounds = [over.min / under.max, over.value / under.value, over.max / under.min];
    return [measured(name, '×', rounds, target)];
  });
}
