import { expect, it } from '@jest/globals';
import { smoke } from './support/smoke.js';
import { recover } from './topics/recover.js';

it('starts every workflow again while commands are served', async () => {
  const figures = await smoke(recover);
  expect(figures).toMatchObject({
    recover_command_refused: 0,
    recover_per_second: expect.any(Number),
    recover_vs_bare: expect.any(Number),
  });
}, 240_000);
