import { measured, type Measurement } from '../measurement.js';
import { cpuBetween, cpuSeconds, type CpuSeconds } from './cpu.js';
import type { OpenJourneys } from './open-journeys.js';

/** What it took to tell all workflows once. */
export interface ToldRound {
  perSecond: number;
  /** Milliseconds for each, process by process. */
  cpu: CpuSeconds;
}

/** Rounds of Lotse's and of as many workflows that do nothing else, one after another on the same Temporal. */
export interface SideBySide {
  lotse: ToldRound[];
  bare: ToldRound[];
}

/** @param work tells all workflows and gives how many a second */
export async function toldRound(
  { lotse, ids }: OpenJourneys,
  work: () => Promise<number>,
): Promise<ToldRound> {
  const before = cpuSeconds(lotse.run.pid);
  const perSecond = await work();
  const used = cpuBetween(before, cpuSeconds(lotse.run.pid));
  const each = Object.entries(used).map(([part, seconds]) => [part, (seconds * 1000) / ids.length]);
  return { perSecond, cpu: Object.fromEntries(each) as CpuSeconds };
}

/** How many a second, round by round. */
export const ratesOf = (rounds: readonly ToldRound[]): number[] => rounds.map(({ perSecond }) => perSecond);

/** Lotse's rate as a share of the bare one, round by round. */
export const ratiosOf = ({ lotse, bare }: SideBySide): number[] =>
  lotse.map(({ perSecond }, round) => perSecond / (bare[round]?.perSecond ?? Number.NaN));

/** CPU for each of Lotse's workflows, and for each that does nothing else; of these this process has client and worker. */
export const cpuMeasurements = (name: string, { lotse, bare }: SideBySide): Measurement[] => [
  ...(['worker', 'Temporal', 'PostgreSQL'] as const).map((part) => cpuOf(name, lotse, part)),
  ...(['generator', 'Temporal'] as const).map((part) => cpuOf(`${name}_bare`, bare, part)),
];

const cpuOf = (name: string, rounds: readonly ToldRound[], part: keyof CpuSeconds): Measurement =>
  measured(
    `${name}_cpu_${part.toLowerCase()}_ms`,
    'ms',
    rounds.map(({ cpu }) => cpu[part]),
  );
