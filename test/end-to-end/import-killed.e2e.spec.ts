import { expect, it } from '@jest/globals';
import { bigRegister } from '../support/big-register.js';
import { imported, killAll } from '../support/imported.js';

it('a register has the same result, line by line, where the worker is killed in the middle', async () => {
  const register = bigRegister(300);
  let kills = 0;
  const [unkilled, killed] = await Promise.all([
    imported(register, () => undefined),
    imported(register, (lotse, done) => {
      if (kills > 0 || done < 0.3) return;
      kills += 1;
      killAll(lotse, ['src/worker.js']);
    }),
  ]);
  expect(kills).toBe(1);
  const { opened, updated, unchanged, rejected } = unkilled.answer;
  expect(Math.min(opened, updated, unchanged, rejected)).toBeGreaterThan(0);
  expect(killed.lines).toEqual(unkilled.lines);
  expect([...killed.journeys]).toEqual([...unkilled.journeys]);
  expect(killed.events).toEqual(unkilled.events);
  expect([killed.broken, unkilled.broken]).toEqual([0, 0]);
}, 300_000);
