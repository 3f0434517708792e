import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { berlinDay } from '../domain/deadlines/berlin.js';
import type { Measurement, Size } from './measurement.js';
import { ratiosOf } from './ratios.js';
import type { Found } from './topic.js';

/** When one topic was measured, on what. */
export interface Run {
  topic: string;
  at: string;
  commit: string;
  seconds: number;
  /** What the machine gave before and after it (`speedNow`); absent where that was not asked yet. */
  speed?: { before: number; after: number };
}

/** What `npm run bench` tells and keeps. */
export interface Result {
  at: string;
  machine: string;
  commit: string;
  size: Size;
  rounds: number;
  measurements: Measurement[];
  notMeasured: string[];
  /** Topics that were measured one by one need be neither of one commit nor of one day. */
  topics: Run[];
}

const folder = 'bench/results';

/** Where a day's results are kept. */
export const fileOf = ({ at, size }: Pick<Result, 'at' | 'size'>): string =>
  join(folder, `${berlinDay(at)}${size === 'full' ? '' : '-short'}.json`);

/** The newest result of a size in a folder. */
export function newestOf(size: Size, within: string): Result | undefined {
  const wanted = size === 'full' ? /^\d{4}-\d\d-\d\d\.json$/ : /^\d{4}-\d\d-\d\d-short\.json$/;
  const names = existsSync(within) ? readdirSync(within).filter((name) => wanted.test(name)) : [];
  const newest = names.toSorted().at(-1);
  return newest === undefined
    ? undefined
    : (JSON.parse(readFileSync(join(within, newest), 'utf8')) as Result);
}

/** A run that goes on from what was kept last, of whatever day: a whole one takes longer than a machine may be quiet. */
export function goneOn(beginning: Result): Result {
  const { at, machine } = beginning;
  return { ...(newestOf(beginning.size, folder) ?? beginning), at, machine };
}

/** A result with what a topic has found: it takes the place of what was found before, and ratios follow. */
export function withTopic(result: Result, run: Run, { measurements, notMeasured = [] }: Found): Result {
  const topics = [...result.topics.filter(({ topic }) => topic !== run.topic), run];
  const found = [...result.measurements.filter(isNoneOf(measurements)), ...measurements];
  const ratios = ratiosOf(found);
  return {
    ...result,
    commit: run.commit,
    measurements: [...found.filter(isNoneOf(ratios)), ...ratios],
    notMeasured: [...new Set([...result.notMeasured.filter(isNotAbout(run)), ...notMeasured])],
    topics,
  };
}

/** What a topic that broke off leaves behind. */
export const brokenOff = (topic: string, why: string): Found => ({
  measurements: [],
  notMeasured: [`${topic}: it broke off (${why.split('\n')[0]})`],
});

export function keep(result: Result, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, textOf(result));
}

export const textOf = (result: Result): string => `${JSON.stringify(result, null, 2)}\n`;

const isNoneOf =
  (others: readonly Measurement[]) =>
  ({ name }: Measurement): boolean =>
    !others.some((other) => other.name === name);

const isNotAbout =
  ({ topic }: Run) =>
  (line: string): boolean =>
    !line.startsWith(`${topic}: `);
