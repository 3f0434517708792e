import { describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { readRegister } from '../../src/imports/register/read-register.js';
import { takeOver } from '../../src/imports/take-over.js';
import { raised } from '../support/histories.js';
import { registerFile } from '../support/import-world.js';
import { programme } from '../support/planning.js';
import { Story } from '../support/story.js';
import { participant } from '../support/wishes.js';

const now = '2026-11-23T08:00:00.000Z';

/** Every row of the register of 400, taken over in memory on the day of import. */
const journeys = readRegister(registerFile('register'), '2026-11-23', programme).rows.flatMap(
  ({ row, raw }) => {
    if (!row) return [];
    const story = new Story(now);
    story.does(takeOver(row, raw, { participant, coach: { coach: null }, basis: 'consent_on_paper' }));
    return [story];
  },
);

describe('the register of 400 on the day of its import', () => {
  it('raises exactly the flags of papers that are over or about to be', () => {
    const counts: Record<string, number> = {};
    for (const flag of journeys.flatMap(raised)) counts[flag] = (counts[flag] ?? 0) + 1;
    expect(journeys).toHaveLength(400);
    expect(counts).toEqual({
      'document_expired 3': 38,
      'document_expiring_unhandled 3': 11,
      'document_expiring_unhandled 2': 48,
    });
  });

  it('writes to no participant on that day, and plans no rung that had passed', () => {
    const planned = journeys.flatMap(({ reminders }) => reminders.map(({ at }) => berlinDay(at)));
    expect(planned.length).toBeGreaterThan(0);
    expect(planned.filter((day) => day <= '2026-11-23')).toEqual([]);
  });

  it('says to a participant later only what an import on an earlier day would say then', () => {
    const [first] = readRegister(registerFile('register'), '2026-11-23', programme).rows;
    if (!first?.row) throw new Error('The register has no first row');
    const entry = { participant, coach: { coach: null }, basis: 'consent_on_paper' as const };
    const early = new Story('2026-10-01T08:00:00.000Z');
    early.does(takeOver(first.row, first.raw, entry));
    const late = new Story(now);
    late.does(takeOver(first.row, first.raw, entry));
    const end = '2026-11-23T23:00:00.000Z';
    expect(late.reminders).toEqual(early.reminders.filter(({ at }) => at > end));
  });
});
