import { parseArgs } from 'node:util';
import { brokenOff, fileOf, goneOn, keep, textOf, withTopic, type Result } from './kept.js';
import { roundsOf, type Size } from './measurement.js';
import { commitOf, machineLine } from './support/machine.js';
import { speedNow } from './support/speed.js';
import { table } from './support/table.js';
import { topics } from './topics.js';

// Measures Lotse, and what one would use instead. Prints one table and keeps it in bench/results/, topic by topic.
//
//   npm run bench                            the short form, some thirteen minutes
//   npm run bench -- --full                  the whole, two hours
//   npm run bench -- --only reads            one topic, or several with commas; nothing is kept
//   npm run bench -- --only reads --keep     into what was kept last
//   npm run bench -- --json                  to standard output alone

const { values: asked } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const size: Size = asked.full ? 'full' : asked.smoke ? 'smoke' : 'short';
const names = asked.only?.split(',');
const unknown = names?.filter((name) => !topics.some((topic) => topic.name === name)) ?? [];
if (unknown.length > 0) {
  const known = topics.map(({ name }) => name).join(', ');
  console.error(`Nothing is measured under ${unknown.join(', ')}; there are: ${known}`);
  process.exit(2);
}

const at = new Date().toISOString();
const beginning: Result = {
  at,
  machine: machineLine(),
  commit: commitOf(),
  size,
  rounds: roundsOf(size),
  measurements: [],
  notMeasured: [],
  topics: [],
};
const file = fileOf({ at, size });
const isKept = !asked.json && size !== 'smoke' && (asked.keep || !names);
let result = asked.keep ? goneOn(beginning) : beginning;
for (const topic of topics.filter(({ name }) => names?.includes(name) ?? true)) {
  const tell = (progress: string): void => console.error(`${topic.name}: ${progress}`);
  tell(topic.title);
  const before = await speedNow();
  const began = performance.now();
  const found = await topic.measure(size, tell).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    tell(`broke off: ${why}`);
    process.exitCode = 1;
    return brokenOff(topic.name, why);
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const speed = { before, after: await speedNow() };
  tell(`measured in ${seconds} s, the machine gave ${speed.before}, then ${speed.after}`);
  const run = { topic: topic.name, at: new Date().toISOString(), commit: commitOf(), seconds, speed };
  result = withTopic(result, run, found);
  if (isKept) keep(result, file); // at once: whoever stops it now keeps what was found so far
}

if (asked.json) process.stdout.write(textOf(result));
else console.log(`${table(result.measurements)}\n\n${[...result.notMeasured, result.machine].join('\n')}`);
if (result.measurements.some(({ met }) => met === false)) process.exitCode = 1;
