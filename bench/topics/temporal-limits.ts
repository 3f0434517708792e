import { measured, roundsOf, type Measurement, type Size } from '../measurement.js';
import { startBareSide } from '../limits/temporal/bare-side.js';
import { newIds, operations, prepare } from '../limits/temporal/operations.js';
import { embeddedTemporal, temporalOnPostgres, type OwnTemporal } from '../limits/temporal/servers.js';
import type { Topic } from '../topic.js';

/** How many of each are done in a round. */
const counts: Readonly<Record<Size, number>> = { smoke: 40, short: 120, full: 500 };

/** What Temporal carries with a worker that has nothing else to do: the limit of whatever is built on it. */
export const temporalLimits: Topic = {
  name: 'temporal-limits',
  title: 'bare Temporal: starts, signals and updates, on the embedded server and on PostgreSQL',
  async measure(size, tell) {
    const embedded = await rates(await embeddedTemporal(), size);
    const server = await temporalOnPostgres(size === 'full');
    if ('missing' in server) {
      const notMeasured = [`Temporal on PostgreSQL was not measured: ${server.missing}`];
      return { measurements: named(embedded, ''), notMeasured };
    }
    tell('the same on PostgreSQL');
    const onPostgres = await rates(server, size);
    return { measurements: [...named(embedded, ''), ...named(onPostgres, '_postgresql')] };
  },
};

/** Each operation's rates, round by round. */
async function rates(temporal: OwnTemporal, size: Size): Promise<Map<string, number[]>> {
  const side = await startBareSide(temporal);
  try {
    const ids = newIds(counts[size]);
    await prepare(side, ids);
    const found = new Map<string, number[]>(operations.map(({ name }) => [name, []]));
    for (let round = 1; round <= roundsOf(size); round += 1) {
      for (const { name, round: turn } of operations) found.get(name)?.push(await turn(side, ids, round));
    }
    return found;
  } finally {
    await side.stop();
    await temporal.stop();
  }
}

const named = (found: ReadonlyMap<string, number[]>, suffix: string): Measurement[] =>
  [...found].map(([name, rounds]) => measured(`bare_${name}_per_second${suffix}`, '/s', rounds));
