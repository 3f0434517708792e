import type { Result } from '../kept.js';
import type { Measurement } from '../measurement.js';
import { barsPicture, type Bar } from './bars.js';
import { figuresTable, grouped, markdownTable, withBlock } from './markdown.js';
import { plots, words, type Group, type Plot } from './words.js';

/** The page with a run's figures, and its pictures by their file's name. */
export interface Page {
  document: string;
  pictures: ReadonlyMap<string, string>;
}

const groups: readonly Group[] = ['side-by-side', 'limits', 'scale', 'clock', 'start', 'other'];

/** Fills in a run's figures between the markers; what stands around them stays as it is. */
export function pageOf(result: Result, document: string): Page {
  const pictures = picturesOf(result.measurements);
  const files = new Map([...pictures].map(([plot, picture]) => [fileOf(plot), picture]));
  const blocks: [string, string][] = [
    ['machine', machineOf(result)],
    ...groups.map((group): [string, string] => [group, groupOf(group, result.measurements, pictures)]),
    ['not-measured', result.notMeasured.map((line) => `- ${line}`).join('\n') || 'All of it was.'],
  ];
  return {
    document: blocks.reduce((text, [name, block]) => withBlock(text, name, block), document),
    pictures: files,
  };
}

function machineOf({ machine, size, rounds, topics }: Result): string {
  const whole = size === 'full' ? 'The whole' : 'The short form only';
  const rows = topics.map(({ topic, at, commit, seconds, speed }) => [
    topic,
    `${at.slice(0, 10)} ${at.slice(11, 16)}`,
    commit,
    `${grouped(seconds)} s`,
    speed ? `${grouped(speed.before)}, then ${grouped(speed.after)}` : '',
  ]);
  const head = ['topic', 'ended (UTC)', 'commit', 'took', 'the machine gave'];
  return [`${whole}, ${rounds} rounds, on: ${machine}.`, markdownTable([head, ...rows])].join('\n\n');
}

function groupOf(group: Group, measurements: readonly Measurement[], pictures: Pictures): string {
  const own = measurements.filter(({ name }) => (words.get(name)?.group ?? 'other') === group);
  const shown = [...pictures].filter(([plot]) => plots[plot].group === group);
  const table = own.length > 0 ? figuresTable(own, wordsOf) : 'None in this run.';
  return [...shown.map(([plot]) => `![${plots[plot].title}](pictures/${fileOf(plot)})`), table].join('\n\n');
}

const wordsOf = ({ name }: Measurement): string => words.get(name)?.words ?? `\`${name}\``;

const fileOf = (plot: Plot): string => `performance-${plot}.svg`;

type Pictures = ReadonlyMap<Plot, string>;

/** A picture of each plot that has something to compare. */
function picturesOf(measurements: readonly Measurement[]): Pictures {
  const pictures = new Map<Plot, string>();
  for (const plot of Object.keys(plots) as Plot[]) {
    const own = measurements.filter(({ name }) => words.get(name)?.plot === plot);
    const [first] = own;
    if (first && own.length > 1) {
      pictures.set(plot, barsPicture(plots[plot].title, first.unit, own.map(barOf)));
    }
  }
  return pictures;
}

function barOf(measurement: Measurement): Bar {
  const { name, value, min, max } = measurement;
  return { words: words.get(name)?.bar ?? wordsOf(measurement), value, min, max };
}
