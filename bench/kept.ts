import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
  /** Topics that were measured one by one need not be of one commit. */
  topics: Run[];
}

/** Where a day's results are kept. */
export const fileOf = ({ at, size }: Pick<Result, 'at' | 'size'>): string =>
  `bench/results/${berlinDay(at)}${size === 'full' ? '' : '-short'}.json`;

/** What was kept in a file, or the given beginning. */
export const keptOr = (beginning: Result, file: string): Result =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : beginning;

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
