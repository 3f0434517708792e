import { expect, it } from '@jest/globals';
import { smoke } from './support/smoke.js';
import { replanned } from './topics/replanned.js';

it('refuses no command while journeys are planned anew, and tells all their workflows', async () => {
  const figures = await smoke(replanned);
  expect(figures).toMatchObject({
    bulk_command_refused: 0,
    replanned_per_second: expect.any(Number),
    replanned_vs_bare_signals: expect.any(Number),
  });
}, 240_000);
