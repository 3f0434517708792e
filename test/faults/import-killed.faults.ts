import { expect, it } from '@jest/globals';
import { bigRegister } from '../support/big-register.js';
import { imported, killAll } from '../support/imported.js';

const everything = ['api/main.js', 'src/worker.js', '/postgres'];

it('a register of 10,000 rows has the same result whether API, worker and PostgreSQL are killed three times or not', async () => {
  const register = bigRegister(10_000);
  const unkilled = await imported(register, () => undefined);
  const moments = [0.2, 0.45, 0.7];
  const killed = await imported(register, (lotse, done) => {
    if (done < (moments[0] ?? 1)) return;
    moments.shift();
    killAll(lotse, everything);
  });
  const { opened, updated, unchanged, rejected } = unkilled.answer;
  const figures = { opened, updated, unchanged, rejected };
  process.stdout.write(
    `10,000 rows: ${unkilled.seconds} s, killed three times ${killed.seconds} s; ${JSON.stringify(figures)}\n`,
  );

  expect(moments).toEqual([]);
  expect([opened > 6000, updated > 800, unchanged > 1500, rejected > 150]).toEqual([true, true, true, true]);
  expect(killed.answer).toMatchObject(figures);
  expect(killed.lines).toEqual(unkilled.lines);
  expect([...killed.journeys.keys()]).toEqual([...unkilled.journeys.keys()]);
  expect([...killed.journeys].filter(([line, state]) => unkilled.journeys.get(line) !== state)).toEqual([]);
  expect(killed.events).toEqual(unkilled.events);
  expect([killed.broken, unkilled.broken]).toEqual([0, 0]);
});
