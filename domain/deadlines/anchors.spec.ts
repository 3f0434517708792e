import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reachable } from '../../test/support/story.js';
import { paper, planAgreed } from '../../test/support/wishes.js';
import { assessed, eligible } from '../../test/support/histories.js';
import { programme } from '../../test/support/planning.js';
import { currentPaper } from '../journey/facts.js';
import { anchorsOf, passedUntil } from './anchors.js';
import { addDays } from './day-arithmetic.js';

const now = '2026-11-23T07:30:00.000Z';
const ruleFor = (key: string) => programme.deadlines.filter((rule) => rule.key === key);
const [expiry] = ruleFor('residence_document_expiry');
const [review] = ruleFor('participation_plan_review');
if (!expiry || !review) throw new Error('The programme has lost a rule');

describe('the paper that counts', () => {
  it('is the one with the latest beginning, else day of recording, then the later record', () => {
    const seen = fc.record({
      daysLater: fc.integer({ min: 0, max: 3 }),
      begunBefore: fc.option(fc.integer({ min: 0, max: 6 })),
    });
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 6 }), (papers) => {
        const story = reachable(now);
        const ranked = papers.map(({ daysLater, begunBefore }, index) => {
          story.now = `${addDays(story.today, daysLater)}T0${index}:30:00.000Z`;
          const validFrom = begunBefore === null ? undefined : story.day(-begunBefore);
          const wish = paper(story.day(200 + index));
          story.does({ ...wish, paper: { ...wish.paper, ...(validFrom !== undefined && { validFrom }) } });
          return { id: story.state.plain.documents.at(-1)?.id, rank: validFrom ?? story.today };
        });
        const latest = ranked.reduce((best, next) => (next.rank >= best.rank ? next : best));
        expect(currentPaper(story.state)?.id).toBe(latest.id);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  it('is not an older one that is recorded late, which changes no deadline', () => {
    const story = reachable(now);
    story.does(paper(story.day(100)));
    const before = story.state.status.agenda;
    const older = paper(story.day(10));
    story.does({ ...older, paper: { ...older.paper, validFrom: story.day(-300) } });
    expect(story.state.status.agenda).toEqual(before);
  });

  it('keeps its place when it is corrected', () => {
    const story = reachable(now);
    story.does(paper(story.day(100)));
    story.now = '2026-11-25T07:30:00.000Z';
    story.does(paper(story.day(200)));
    const [first, second] = story.state.plain.documents;
    story.does({ ...paper(story.day(110)), corrects: first?.id ?? '' });
    expect(currentPaper(story.state)?.id).toBe(second?.id);
    expect(anchorsOf(expiry, story.state, programme)).toMatchObject([
      { id: first?.id, value: story.day(110), doneBy: second?.event },
      { id: second?.id, value: story.day(200), previous: first?.id },
    ]);
  });
});

describe('a chain of anchors', () => {
  it('goes on from the plan to each review, which ends the one before', () => {
    const story = reachable(now);
    story.does(eligible(story.today));
    story.does(assessed(story.today));
    story.does(planAgreed(story.today, '2027-02-01'));
    const data = { nextReviewOn: '2027-05-03' };
    story.does({ type: 'ReachMilestone', milestone: 'plan_reviewed', on: story.today, data });
    const [, , , agreed, reviewed] = story.state.plain.milestones;
    expect(anchorsOf(review, story.state, programme)).toMatchObject([
      { id: agreed?.id, value: '2027-02-01', doneBy: reviewed?.event },
      { id: reviewed?.id, value: '2027-05-03', previous: agreed?.id },
    ]);
  });

  it('leaves out papers without a day, or of a kind without the deadline', () => {
    const story = reachable(now);
    story.does({ type: 'RecordDocument', paper: { kind: 'toleration_60a', employmentNote: 'unknown' } });
    const permit = { kind: 'residence_permit_25a', validUntil: story.day(50), employmentNote: 'unknown' };
    story.does({ type: 'RecordDocument', paper: permit });
    expect(anchorsOf(expiry, story.state, programme)).toEqual([]);
  });

  it('counts as known when it was recorded, from an import at the end of that day in Berlin', () => {
    const story = reachable(now);
    story.does(paper(story.day(100)));
    const [anchor] = anchorsOf(expiry, story.state, programme);
    if (!anchor) throw new Error('No anchor');
    expect(passedUntil(anchor)).toBe(now);
    expect(passedUntil({ ...anchor, imported: true })).toBe('2026-11-23T23:00:00.000Z');
  });
});
