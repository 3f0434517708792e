import { describe, expect, it } from '@jest/globals';
import { roundOf } from '../../support/rounds.js';
import { milestoneBody, type RecordMilestone } from './command.js';
import { decide, mayCome, refusal } from './decide.js';
import { nextReminder, registered, reminded, type JourneyState } from './state.js';

const today = '2026-03-02';
const command = (round: number): RecordMilestone => ({
  ...milestoneBody.parse(roundOf(round, today).body),
  by: 'coach@example.org',
  at: `${today}T12:00:00.000Z`,
});
const after = (rounds: number): JourneyState =>
  Array.from({ length: rounds }, (_, round) => command(round)).reduce(decide, registered);

describe('the journey that every peer keeps', () => {
  it('takes the milestones in their order, and the review again and again', () => {
    expect([0, 1, 2, 3, 9].map((rounds) => after(rounds).phase)).toEqual([
      'registered',
      'eligible',
      'assessed',
      'planned',
      'planned',
    ]);
    expect(mayCome(after(5))).toEqual(['plan_reviewed']);
    expect(after(9).version).toBe(9);
  });

  it('refuses what may not come, lies ahead, or is reviewed before it is agreed', () => {
    expect(refusal(registered, command(1))).toBe('needs_assessed may not come in the phase registered');
    expect(refusal(registered, { ...command(0), on: '2026-03-03' })).toMatch(/lies in the past/);
    const early = { ...command(2), data: { ...command(2).data, nextReviewOn: today } } as RecordMilestone;
    expect(refusal(after(2), early)).toMatch(/next review/);
    expect(refusal(after(2), command(2))).toBeUndefined();
  });

  it('takes one of today in Aachen, where the day begins an hour before that of UTC', () => {
    const lateInTheEvening = '2026-03-01T23:30:00.000Z';
    expect(refusal(registered, { ...command(0), at: lateInTheEvening })).toBeUndefined();
    expect(refusal(registered, { ...command(0), at: '2026-03-01T22:30:00.000Z' })).toMatch(
      /lies in the past/,
    );
  });

  it('reminds of the newest review two weeks before, three days before, and on the day', () => {
    const reviewed = after(4);
    expect(reviewed.review?.dueOn).toBe('2026-06-03');
    expect(reviewed.review?.reminders.map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-05-20',
      '2026-05-31',
      '2026-06-03',
    ]);
    expect(nextReminder(reminded(reviewed))?.daysBefore).toBe(3);
    expect(nextReminder(reminded(reminded(reminded(reviewed))))).toBeUndefined();
  });
});
