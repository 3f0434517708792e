import { expect, it } from '@jest/globals';
import { smoke } from './support/smoke.js';
import { reminders } from './topics/reminders.js';

it('hands each reminder of a morning to SMTP, once', async () => {
  const figures = await smoke(reminders);
  expect(figures).toMatchObject({ reminders_missing: 0, reminders_twice: 0, reminders_caught: 20 });
}, 240_000);
