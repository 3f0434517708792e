import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { readRegister } from '../../src/imports/register/read-register.js';
import { takeOver } from '../../src/imports/take-over.js';
import { registerFile } from '../support/import-world.js';
import { programme } from '../support/planning.js';
import { staffWorld, type StaffWorld } from '../support/staff-world.js';

/** A Monday, in office hours. */
const importedAt = '2026-11-23T10:00:00.000Z';
const nextMorning = '2026-11-24T06:30:00.000Z';

let world: StaffWorld;
beforeAll(async () => {
  world = await staffWorld(importedAt);
  await world.account('karl', 'coordinator');
  const { rows } = readRegister(registerFile('register'), berlinDay(importedAt), programme);
  for (const { row, raw } of rows) {
    const entry = { participant: randomUUID(), coach: { coach: null }, basis: 'public_task' } as const;
    if (row) await world.does(randomUUID(), takeOver(row, raw, entry));
  }
}, 120_000);
afterAll(() => world?.end());

/** How many flags are raised: papers that have expired, that soon will, and that will in weeks. */
async function flags(): Promise<number[]> {
  const { rows } = await world.sql.query<{ name: string; count: number }>(
    `SELECT rule || ' ' || severity AS name, count(*)::int AS count FROM rm.flag GROUP BY rule, severity`,
  );
  return ['document_expired 3', 'document_expiring_unhandled 3', 'document_expiring_unhandled 2'].map(
    (wanted) => rows.find(({ name }) => name === wanted)?.count ?? 0,
  );
}

describe('an import of 400 people', () => {
  it('is told in one merged mail the next morning, what is grave included, and nothing at once', async () => {
    await world.reaches('2026-11-23T16:00:00.000Z');
    await world.round();
    expect(world.letters).toEqual([]);
    expect(await flags()).toEqual([38, 11, 48]);
    await world.reaches(nextMorning);
    await world.round();
    const [letter, ...more] = world.to('karl');
    expect(more).toEqual([]);
    const lines = letter?.text.split('\n').filter((line) => line.startsWith('- ')) ?? [];
    const count = (beginning: string): number => lines.filter((line) => line.startsWith(beginning)).length;
    expect([
      count('- Dringend: Papier abgelaufen, seit'),
      count('- Dringend: Papier läuft ab, seit'),
      count('- Papier läuft ab, seit'),
    ]).toEqual(await flags());
    expect(letter?.subject).toBe(`${lines.length} Hinweise aus Lotse`);
    await world.round();
    expect(world.letters).toHaveLength(1);
  }, 120_000);
});
