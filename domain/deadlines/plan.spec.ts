import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { steps } from '../../test/support/steps.js';
import { assessed, eligible } from '../../test/support/histories.js';
import { planningWith, programme } from '../../test/support/planning.js';
import { reachable as consented, Story, storyOf } from '../../test/support/story.js';
import { opening, paper, planAgreed } from '../../test/support/wishes.js';
import { nextDue } from './plan.js';

const now = '2026-11-23T07:30:00.000Z';
/** The two rules with which it began: what a plan does shows with one for a paper and one for a milestone. */
const two = ['residence_document_expiry', 'participation_plan_review'];
const deadlines = programme.deadlines.filter(({ key }) => two.includes(key));
const planning = planningWith({ programme: { ...programme, deadlines, stuck: [] } });

/** Somebody who may be reminded and with whom a plan may be agreed. */
function reachable(at: string): Story {
  const story = consented(at, planning);
  story.does(eligible(story.today));
  story.does(assessed(story.today));
  return story;
}

const runs = { seed: 20261123, numRuns: 80 };

describe('a plan', () => {
  it('asks for nothing before the journey is open', () => {
    const { state } = new Story(now);
    expect(nextDue({ case: state.case.agenda, status: state.status.agenda })).toBeUndefined();
  });

  it('has one open deadline per rule, and acts for no other, after any history', () => {
    fc.assert(
      fc.property(steps(14), (history) => {
        const { deadlines, state } = storyOf(history, now, planning);
        const open = deadlines.filter(({ state }) => state === 'open');
        expect(new Set(open.map(({ rule }) => rule)).size).toBe(open.length);
        const items = [
          ...Object.values(state.case.agenda.items),
          ...Object.values(state.status.agenda.items),
        ];
        const told = deadlines.filter(({ state }) => state === 'open' || state === 'missed');
        const ids = told.map(({ id }) => id);
        const acts = items.filter(({ rule, act }) => two.includes(rule) && act !== 'give_up');
        expect(acts.filter(({ deadline }) => !ids.includes(deadline))).toEqual([]);
      }),
      runs,
    );
  });

  it('leaves no rung of the old paper when a new one is recorded', () => {
    const days = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(days, days, (first, second) => {
        const story = reachable(now);
        story.does(paper(story.day(first)));
        const [before] = story.deadlines;
        story.now = '2026-11-24T10:00:00.000Z';
        story.does(paper(story.day(second)));
        const after = story.deadlines.find(({ previousId }) => previousId === before?.id);
        expect(after).toMatchObject({ due: story.day(second), state: 'open' });
        expect(story.deadlines.find(({ id }) => id === before?.id)).toMatchObject({
          state: first > 0 ? 'done' : 'missed',
        });
        expect(story.reminders.filter(({ deadline }) => deadline !== after?.id)).toEqual([]);
      }),
      runs,
    );
  });

  it('moves the deadline of a corrected paper, which stays the same one', () => {
    const story = reachable(now);
    story.does(paper(story.day(100)));
    const [before] = story.deadlines;
    const corrects = story.state.plain.documents[0]?.id ?? '';
    story.does({ ...paper(story.day(200)), corrects });
    expect(story.deadlines).toEqual([
      {
        ...before,
        anchorValue: story.day(200),
        dueRaw: story.day(200),
        due: story.day(200),
        because: expect.any(String),
      },
    ]);
  });

  it('misses a paper that ran out before it was recorded, at once, and writes nothing', () => {
    const story = reachable(now);
    const events = story.does(paper(story.day(-1)));
    expect(events.map(({ type }) => type)).toEqual(['DocumentRecorded', 'DeadlineMissed', 'AgendaChanged']);
    expect(story.reminders).toEqual([]);
  });

  it('opens a missed deadline again when its day was wrong, and misses it again when that day is over', () => {
    const story = reachable(now);
    story.does(paper(story.day(-1)));
    const corrects = story.state.plain.documents[0]?.id ?? '';
    story.does({ ...paper(story.day(100)), corrects });
    expect(story.deadlines).toMatchObject([{ state: 'open', due: story.day(100) }]);
    expect(story.reminders.map(({ rung }) => rung)).toEqual(['-8w', '-6w', '-4w', '-2w']);
    story.reaches('2027-03-04T12:00:00.000Z');
    expect(story.deadlines).toMatchObject([{ state: 'missed' }]);
  });

  it('keeps a paper that is valid until today open until midnight in Berlin', () => {
    const story = reachable(now);
    story.does(paper(story.today));
    story.reaches('2026-11-23T22:59:59.999Z');
    expect(story.deadlines).toMatchObject([{ state: 'open' }]);
    story.reaches('2026-11-23T23:00:00.000Z');
    expect(story.deadlines).toMatchObject([{ state: 'missed' }]);
  });

  it('ends a deadline of the programme with the journey, not one of the law', () => {
    const story = reachable(now);
    story.does(paper(story.day(100)));
    story.does(planAgreed(story.today, story.day(90)));
    story.does({ type: 'CloseJourney', on: story.today, reason: 'moved_away' });
    const states = Object.fromEntries(story.deadlines.map(({ rule, state }) => [rule, state]));
    expect(states).toEqual({ residence_document_expiry: 'open', participation_plan_review: 'cancelled' });
    expect(story.reminders).toEqual([]);
  });

  it('cancels a deadline whose paper is corrected to a kind without one, and brings it back', () => {
    const story = reachable(now);
    story.does(paper(story.day(100)));
    const corrects = story.state.plain.documents[0]?.id ?? '';
    const permit = { kind: 'residence_permit_25a', validUntil: story.day(100), employmentNote: 'unknown' };
    story.does({ type: 'RecordDocument', paper: permit, corrects });
    expect(story.deadlines).toMatchObject([{ state: 'cancelled' }]);
    expect(story.reminders).toEqual([]);
    story.does({ ...paper(story.day(100)), corrects });
    expect(story.deadlines).toMatchObject([{ state: 'open' }]);
    expect(story.reminders).toHaveLength(4);
  });

  it('gives a review day that falls on a day off to the working day before, and shows both', () => {
    const story = reachable(now);
    story.does(planAgreed(story.today, '2027-02-14'));
    expect(story.deadlines).toMatchObject([{ dueRaw: '2027-02-14', due: '2027-02-12' }]);
  });

  it('plans nothing for the day of an import, and never a merged reminder', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 200 }), fc.integer({ min: 0, max: 23 }), (days, hour) => {
        const story = new Story(`2026-11-23T${String(hour).padStart(2, '0')}:30:00.000Z`, planning);
        const { type: _, ...person } = opening(story.today);
        story.does({
          ...person,
          type: 'TakeOverJourney',
          basis: 'public_task',
          modules: [],
          document: paper(story.day(days)).paper,
          consent: { on: story.day(-5), purposes: ['reminders'], language: 'de' },
        });
        const { today } = story;
        for (const { rung, at } of story.reminders) {
          expect(at.slice(0, 10) > today).toBe(true);
          expect(daysUntil(at, story.day(days))).toBeLessThanOrEqual(7 * -Number.parseInt(rung, 10));
        }
        const passed = [-56, -42, -28, -14].filter((offset) => days + offset <= 0).length;
        expect(story.reminders.length).toBeLessThanOrEqual(days < 0 ? 0 : 4 - passed);
      }),
      runs,
    );
  });
});

const daysUntil = (at: string, day: string): number =>
  Math.round((Date.parse(day) - Date.parse(at.slice(0, 10))) / 86_400_000);
