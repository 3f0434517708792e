import { expect, it } from '@jest/globals';
import { smoke } from './support/smoke.js';
import { several } from './topics/several.js';

it('records each milestone once, at whichever API it was sent to', async () => {
  const figures = await smoke(several);
  expect(figures).toMatchObject({ several_refused: 0, several_doubled: 0 });
}, 240_000);
