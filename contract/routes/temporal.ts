import { z } from 'zod';
import type { RouteTable } from './route.js';

/** A payload as Temporal's UI and command line send it: base64 in and out. */
const payload = z.strictObject({
  metadata: z.record(z.string().max(200), z.string().max(10_000)).optional(),
  data: z.string().max(2_000_000).optional(),
});

/** The command line sends an empty object where there is nothing to read. */
const payloads = z.strictObject({ payloads: z.array(payload).max(500).optional() });

const forOperators = {
  method: 'POST',
  permission: { roles: ['coordinator', 'admin'], scope: 'none' },
  body: payloads,
  answer: payloads,
  status: 200,
  bodyLimit: 4 * 1024 * 1024,
  examples: { body: { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'e30=' }] } },
} as const;

/** What lets an operator who is signed in read sealed payloads in Temporal's own interface. */
export const temporalRoutes = {
  decodePayloads: {
    ...forOperators,
    path: '/api/temporal-codec/decode',
    summary: 'Open payloads for Temporal’s interface',
  },
  encodePayloads: {
    ...forOperators,
    path: '/api/temporal-codec/encode',
    summary: 'Seal payloads that Temporal’s interface sends',
  },
} satisfies RouteTable;
