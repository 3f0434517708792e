import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { berlinDay } from '../domain/deadlines/berlin.js';
import { commitOf, machineLine } from './support/machine.js';
import { table } from './support/table.js';
import { ratiosOf } from './ratios.js';
import { topics } from './topics.js';
import { roundsOf, type Measurement, type Size } from './measurement.js';

// Measures Lotse, and what one would use instead. Prints one table and keeps it in bench/results/.
//
//   npm run bench                     the short form, at most ten minutes
//   npm run bench -- --full           the whole
//   npm run bench -- --only reads     one topic, or several with commas; nothing is kept
//   npm run bench -- --json           to standard output alone

const { values: asked } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
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

const at = new Date();
const machine = machineLine();
const measurements: Measurement[] = [];
const notMeasured: string[] = [];
for (const topic of topics.filter(({ name }) => names?.includes(name) ?? true)) {
  const tell = (progress: string): void => console.error(`${topic.name}: ${progress}`);
  tell(topic.title);
  const began = performance.now();
  try {
    const found = await topic.measure(size, tell);
    measurements.push(...found.measurements);
    notMeasured.push(...(found.notMeasured ?? []));
    tell(`measured in ${Math.round((performance.now() - began) / 1000)} s`);
  } catch (error) {
    // what others have found is not lost with it
    const why = error instanceof Error ? error.message : String(error);
    notMeasured.push(`${topic.name}: it broke off (${why.split('\n')[0]})`);
    tell(`broke off: ${why}`);
    process.exitCode = 1;
  }
}
measurements.push(...ratiosOf(measurements));

const result = {
  at: at.toISOString(),
  machine,
  commit: commitOf(),
  size,
  rounds: roundsOf(size),
  measurements,
  notMeasured,
};
const text = `${JSON.stringify(result, null, 2)}\n`;
if (asked.json) {
  process.stdout.write(text);
} else {
  console.log(`${table(measurements)}\n\n${[...notMeasured, machine].join('\n')}`);
  if (!names && size !== 'smoke') {
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(
      `bench/results/${berlinDay(at.toISOString())}${size === 'full' ? '' : '-short'}.json`,
      text,
    );
  }
}
if (measurements.some(({ met }) => met === false)) process.exitCode = 1;
