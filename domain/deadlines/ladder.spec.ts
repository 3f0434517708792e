import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planningWith } from '../../test/support/planning.js';
import { instantOf, steps } from '../../test/support/steps.js';
import { reachable, Story } from '../../test/support/story.js';
import { consent, opening, paper } from '../../test/support/wishes.js';
import type { Day, Instant } from '../time.js';
import type { AgendaItem } from './agenda.js';
import { berlinDay, berlinTime, endOfDay } from './berlin.js';
import { calendar } from './calendar.js';
import { addDays, weekday } from './day-arithmetic.js';

const now = '2026-11-23T07:30:00.000Z';
const runs = { seed: 20261123, numRuns: 80 };

describe('the ladder of a deadline', () => {
  it('has every rung where it was known in time, early in the window of its day', () => {
    const story = reachable(now);
    story.does(paper('2027-05-31'));
    const shown = ladderOf(story).map(({ rung, at }) => `${rung} ${berlinDay(at)} ${berlinTime(at).hour}`);
    expect(shown).toEqual(['-8w 2027-04-05 9', '-6w 2027-04-19 9', '-4w 2027-05-03 9', '-2w 2027-05-18 9']);
  });

  it('never writes outside the hours, on a Sunday or a holiday, after any history', () => {
    fc.assert(
      fc.property(steps(14), (history) => {
        const story = new Story(now);
        story.does(opening(story.today));
        story.does(consent(story.today));
        story.does(paper(story.day(60)));
        for (const step of history) {
          story.now = instantOf(step, story.state, story.now);
          story.tries(step.wish(story.state, story.today, story.now));
          expect(story.reminders.map(({ at }) => at).filter((at) => !isAllowed(at))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('says a late fact once: 15 to 60 seconds after it, else when the next window opens', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), minutes, (days, after) => {
        const known = new Date(Date.parse(now) + after * 60_000).toISOString();
        const late = toldAt(known, days);
        const inTime = ladderOf(toldAt('2025-11-24T07:30:00.000Z', days, berlinDay(known)));
        const ahead = inTime.filter(({ at }) => at > known);
        const passed = inTime.filter(({ at }) => at <= known);
        const merged = ladderOf(late).filter(({ key }) => passed.some((rung) => rung.key === key));

        expect(ladderOf(late).filter((item) => !merged.includes(item))).toEqual(ahead);
        for (const { key, at } of merged) {
          expect([key, comesSoon(known, at)]).toEqual([passed.at(-1)?.key, true]);
        }
        const toldNext = [...merged, ...ahead].filter(({ at }) => at <= endOfNextDay(known)).length;
        expect(passed.length === 0 || toldNext === 1).toBe(true);
      }),
      { ...runs, numRuns: 200 },
    );
  });

  it('writes no two reminders of one deadline on one day', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), minutes, (days, later) => {
        const story = reachable(now);
        story.now = new Date(Date.parse(now) + later * 60_000).toISOString();
        story.does(paper(story.day(days)));
        const sentOn = ladderOf(story).map(({ at }) => berlinDay(at));
        expect(new Set(sentOn).size).toBe(sentOn.length);
      }),
      { ...runs, numRuns: 400 },
    );
  });

  it('is empty until reminders are consented to, then merges what has passed', () => {
    const story = new Story(now);
    story.does(opening(story.today));
    story.does(paper(story.day(40)));
    expect(ladderOf(story)).toEqual([]);
    story.now = '2026-11-24T10:00:00.000Z';
    story.does(consent(story.today));
    expect(ladderOf(story).map(({ rung }) => rung)).toEqual(['-6w', '-4w', '-2w']);
    expect(ladderOf(story)[0]?.at.slice(0, 16)).toBe('2026-11-24T10:00');
  });

  it('is empty without an address', () => {
    const story = new Story(now);
    story.does({ ...opening(story.today), contact: { channels: ['email'] } });
    story.does(consent(story.today));
    story.does(paper(story.day(40)));
    expect(ladderOf(story)).toEqual([]);
  });

  it('counts what passed before a rule was known as passed', () => {
    const story = reachable(now, planningWith({ ruleKnownAt: () => '2026-11-23T07:00:00.000Z' }));
    story.does(paper(story.day(20)));
    expect(ladderOf(story).map(({ rung }) => rung)).toEqual(['-4w', '-2w']);
  });

  it('waits after a failed try, then goes on where it was', () => {
    const story = reachable(now);
    story.does(paper('2027-05-31'));
    const [first] = ladderOf(story);
    story.now = first?.at ?? '';
    story.does({ type: 'ClaimMessage', with: [], key: first?.key ?? '' });
    expect(ladderOf(story)[0]?.at).toBe(secondsAfter(story.now, 300));
    story.does({
      type: 'SettleMessage',
      key: first?.key ?? '',
      attempt: 1,
      outcome: { state: 'deferred', why: 'unreachable' },
    });
    expect(ladderOf(story)[0]).toMatchObject({ key: first?.key, at: secondsAfter(story.now, 60) });
    story.now = secondsAfter(story.now, 60);
    story.does({ type: 'ClaimMessage', with: [], key: first?.key ?? '' });
    story.does({ type: 'SettleMessage', key: first?.key ?? '', attempt: 2, outcome: { state: 'sent' } });
    expect(ladderOf(story).map(({ rung }) => rung)).toEqual(['-6w', '-4w', '-2w']);
  });

  it('sends one reminder after an outage and says that the others were overtaken', () => {
    const story = reachable(now);
    story.does(paper('2027-05-31'));
    const keys = ladderOf(story).map(({ key }) => key);
    story.reaches('2027-05-10T10:00:00.000Z');
    expect(story.state.plain.messages).toMatchObject({
      [keys[0] ?? '']: { state: 'suppressed', why: 'overtaken' },
      [keys[1] ?? '']: { state: 'suppressed', why: 'overtaken' },
    });
    expect(ladderOf(story).map(({ key }) => key)).toEqual(keys.slice(2));
  });

  it('has no window and no spread in a demonstration', () => {
    const story = reachable(now, planningWith({ quietHours: false }));
    story.does(paper('2027-05-31'));
    expect(ladderOf(story).map(({ at }) => berlinTime(at))).toMatchObject([
      { day: '2027-04-05', hour: 0 },
      { day: '2027-04-19', hour: 0 },
      { day: '2027-05-03', hour: 0 },
      { day: '2027-05-17', hour: 0 },
    ]);
  });
});

/** What the participant is told of the paper itself; the birthday that 60a brings with it lies years ahead. */
const ladderOf = ({ reminders }: Story): AgendaItem[] =>
  reminders.filter(({ rule }) => rule === 'residence_document_expiry');

/** A journey in which a paper became known at an instant, valid so many days from `today`. */
function toldAt(instant: Instant, days: number, today?: Day): Story {
  const story = reachable(instant);
  story.does(paper(addDays(today ?? story.today, days)));
  return story;
}

const nrw = calendar('NRW');

function isAllowed(at: Instant): boolean {
  const { day, hour } = berlinTime(at);
  if (weekday(day) === 7 || nrw.isHoliday(day)) return false;
  return weekday(day) === 6 ? hour >= 10 && hour < 16 : hour >= 9 && hour < 19;
}

/** Whether `at` is 15 to 60 seconds after `known`, or where one may not write then, within half an hour of writing time. */
function comesSoon(known: Instant, at: Instant): boolean {
  const [soonest, latest] = [secondsAfter(known, 15), secondsAfter(known, 60)];
  const mayWrite = isAllowed(soonest) && isAllowed(latest);
  return at >= soonest && (mayWrite ? at <= latest : allowedBetween(latest, at) <= 30);
}

/** Roughly the minutes between two instants in which one might have written. */
function allowedBetween(from: Instant, to: Instant): number {
  let minutes = 0;
  for (let at = from; at < to; at = secondsAfter(at, 600)) if (isAllowed(at)) minutes += 10;
  return minutes;
}

/** The end of the day on which one may write next, at least a minute after `instant`. */
function endOfNextDay(instant: Instant): Instant {
  let at = secondsAfter(instant, 60);
  while (!isAllowed(at)) at = secondsAfter(at, 600);
  return endOfDay(berlinDay(at));
}

const secondsAfter = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();
