import { z } from 'zod';

/** What the nightly check looks at, each in one way of being wrong; in plain words in docs/operating.md. */
export const checkName = z.enum([
  'chain',
  'seal',
  'read_model',
  'agenda',
  'message',
  'armed',
  'overdue',
  'temporal',
]);

/** What an administrator sees of the machine beside the parts of `/health/ready`: counts and instants, nothing of anybody. */
export const systemState = z.strictObject({
  versions: z.strictObject({
    lotse: z.string(),
    node: z.string(),
    postgres: z.string(),
    programme: z.strictObject({ key: z.string(), version: z.int() }),
  }),
  /** When worker and relay were heard of last; null where they never were. */
  heard: z.strictObject({ worker: z.string().nullable(), relay: z.string().nullable() }),
  /** Journeys whose workflow has not heard the newest: of people's acts, of an import's; the oldest of people's in seconds. */
  waiting: z.strictObject({ people: z.int(), bulk: z.int(), oldestSeconds: z.int() }),
  /** Journeys with something due for more than five minutes. */
  overdue: z.int(),
  /** Journeys whose acts fail again and again. */
  failing: z.int(),
  /** In MB; null where the data are on no disk of this machine. */
  disk: z.strictObject({ free: z.int(), of: z.int() }).nullable(),
  /** The last nightly check that was done; null before the first one. */
  lastCheck: z
    .strictObject({
      at: z.string(),
      seconds: z.int(),
      /** Journeys and accounts that were looked at, and their events. */
      streams: z.int(),
      events: z.int(),
      /** How many workflows were asked: some, all, or none because Temporal was away. */
      temporal: z.enum(['sample', 'complete', 'away']),
    })
    .nullable(),
  /** By check: what stands, and what was healed within the last 30 days. */
  checks: z.array(z.strictObject({ check: checkName, standing: z.int(), healed: z.int() })),
});
export type SystemState = z.infer<typeof systemState>;

/** How many journeys were tried again, and how many of them go on; the others are tried again by the engine itself. */
export const retried = z.strictObject({ tried: z.int(), restored: z.int() });
export type Retried = z.infer<typeof retried>;
