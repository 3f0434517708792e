import { expect, it } from '@jest/globals';
import { startBareSide } from './limits/temporal/bare-side.js';
import { newIds, operations, prepare } from './limits/temporal/operations.js';
import { embeddedTemporal } from './limits/temporal/servers.js';

// How fast it is says `npm run bench`; here is that each of it can be done, on the server that is always there.
it('does each bare operation, and leaves no workflow with work for its worker', async () => {
  const temporal = await embeddedTemporal();
  const side = await startBareSide(temporal);
  try {
    const ids = newIds(4);
    await prepare(side, ids);
    const rates = [];
    for (const { round } of operations) rates.push(await round(side, ids, 1));
    expect(rates.filter((rate) => rate > 0)).toHaveLength(operations.length);
    const { events } = await side.client.getHandle(`${ids[0]}/timer`).fetchHistory();
    const timers = events?.filter((event) => event.timerStartedEventAttributes) ?? [];
    expect(timers).toHaveLength(2);
  } finally {
    await side.stop();
    await temporal.stop();
  }
}, 180_000);
