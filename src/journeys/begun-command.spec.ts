import { describe, expect, it } from '@jest/globals';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import { initialState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import { begunFrom } from './begun-command.js';
import type { CommandResult } from './command-runner.js';

const claimedAt: Instant = '2027-01-20T08:00:00.000Z';
/** Lotse's time is the database's here. */
const clock = { at: (instant: Instant) => Promise.resolve(instant) };

/** A claim that was answered so many milliseconds ago, of a journey whose last event has that instant. */
function claimed(agoMs: number, lastRecordedAt = claimedAt): CommandResult {
  const state = initialState('01890000-0000-7000-8000-000000000000');
  state.plain.lastRecordedAt = lastRecordedAt;
  return {
    state,
    events: [],
    standing: {} as CommandResult['standing'],
    surroundings: { coach: null, coachName: null, coachPhone: null, databaseNow: claimedAt },
    onward: { keys: [], planning: {} as PlanContext, rows: [], answeredAt: performance.now() - agoMs },
  };
}

describe('a command that begins where another one has ended', () => {
  it('has an instant that is later by what was waited since', async () => {
    const begun = await begunFrom(claimed(3000), clock);
    const waited = Date.parse(begun?.now ?? '') - Date.parse(claimedAt);
    expect(waited).toBeGreaterThanOrEqual(2999); // whole milliseconds
    expect(waited).toBeLessThan(13_000); // as slow as a machine may be
  });

  it('is never earlier than what was recorded', async () => {
    const later = '2027-01-20T08:00:20.000Z';
    expect((await begunFrom(claimed(3000, later), clock))?.now).toBe(later);
  });

  it('can begin there only once', async () => {
    const after = claimed(0);
    expect(await begunFrom(after, clock)).toBeDefined();
    expect(await begunFrom(after, clock)).toBeUndefined();
  });
});
