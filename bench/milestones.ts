import { figuresOf } from './support/figures.js';
import { startMeasured } from './support/lotse.js';
import { machineLine } from './support/machine.js';
import { measure, type Size } from './support/measure.js';
import { table } from './support/table.js';

// Milestones over HTTP, as coaches record them: how fast they are answered, how soon workflows follow, what it costs.
//
//   npm run bench              as the targets say, about two minutes
//   npm run bench -- --short   a smaller one, to see that everything works

const full: Size = {
  journeys: 1000,
  calm: { rate: 30, seconds: 20 },
  burst: { rate: 100, seconds: 30 },
};
const short: Size = { journeys: 50, calm: { rate: 20, seconds: 4 }, burst: { rate: 60, seconds: 4 } };

const size = process.argv.includes('--short') ? short : full;
const machine = machineLine();
const lotse = await startMeasured();
try {
  const figures = figuresOf(await measure(lotse, size), size);
  console.log(`${table(figures)}\n\n${machine}`);
  if (figures.some(({ met }) => met === false)) process.exitCode = 1;
} finally {
  await lotse.remove();
}
