import type { Size } from '../measurement.js';
import type { Wanted } from '../generator/fill.js';
import { startFilled } from '../scale/installation.js';
import { measureMemory } from '../scale/memory.js';
import { measureRatio } from '../scale/ratio.js';
import { measureReads } from '../scale/reads.js';
import { measureRebuild } from '../scale/rebuild.js';
import { measureStart } from '../scale/start-cost.js';
import { measured } from '../measurement.js';
import type { Topic } from '../topic.js';

const sizes: Readonly<Record<Size, Wanted>> = {
  smoke: { journeys: 100, templates: 8 },
  short: { journeys: 5000, templates: 40 },
  full: { journeys: 100_000, templates: 200 },
};

/**
 * A large installation, filled once: what is read there, what a start and a rebuild cost, and whether a milestone costs
 * more than in a small one. Its journeys have no workflows until something is recorded.
 */
export const scale: Topic = {
  name: 'scale',
  title: 'a large installation: reads, start, milestones, memory, rebuild',
  async measure(size, tell) {
    const installation = await startFilled(sizes[size]);
    const { filled } = installation;
    tell(
      `${filled.journeys} journeys, ${filled.events} events filled in within ${Math.round(filled.seconds)} s`,
    );
    try {
      const reads = await measureReads(installation, size);
      tell('reads measured');
      const start = await measureStart(installation, size);
      tell('start measured');
      const ratio = await measureRatio(installation, size, sizes[size].templates);
      tell('milestones measured');
      const memory = measureMemory(installation);
      const rebuilt = await measureRebuild(installation, size);
      return {
        measurements: [
          measured('scale_journeys', 'journeys', filled.journeys),
          measured('scale_events', 'events', filled.events),
          measured('scale_fill_s', 's', filled.seconds),
          ...reads,
          ...start,
          ...ratio,
          ...memory,
          ...rebuilt,
        ],
        ...(memory.length === 0 && {
          notMeasured: ['What processes hold in memory: there is no /proc here.'],
        }),
      };
    } finally {
      await installation.remove();
    }
  },
};
