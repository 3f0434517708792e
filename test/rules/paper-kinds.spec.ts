import { describe, expect, it } from '@jest/globals';
import { paperOf } from '../support/histories.js';
import { programme } from '../support/planning.js';
import { reachable } from '../support/story.js';
import { contract, assessed, eligible } from '../support/histories.js';
import { planAgreed } from '../support/wishes.js';

const now = '2026-11-23T07:30:00.000Z';

const expiry = 'residence_document_expiry';
const renewal = 'residence_permit_renewal';
const chance = 'chance_permit_follow_up';
const fiction = 'fiction_certificate_expiry';
const departure = 'departure_deadline';
const section25a = 'section25a_last_application_day';
const apprenticeship = 'apprenticeship_status_earliest_application';

/** Whatever the paper: the training's own days, the age limit, the plan. */
const always = ['training_year_start', 'programme_age_ceiling', 'participation_plan_review'];

/** Which rules a paper of each kind sets off for somebody of 20 with a contract and a plan. */
const applies: Record<string, string[]> = {
  arrival_certificate: [expiry],
  asylum_permission: [expiry],
  toleration_60a: [expiry, section25a, apprenticeship],
  toleration_60b: [expiry, section25a],
  toleration_60c: [expiry, section25a],
  toleration_60d: [expiry, section25a],
  residence_permit_16g: [renewal],
  residence_permit_19d: [renewal],
  residence_permit_25a: [renewal],
  residence_permit_25b: [renewal],
  residence_permit_104c: [chance, section25a],
  residence_permit_25_5: [renewal],
  residence_permit_protection: [renewal],
  fiction_certificate: [fiction],
  border_crossing_certificate: [departure],
  none_or_unknown: [],
};

describe('each kind of paper', () => {
  it('of the programme stands in the table', () => {
    expect(Object.keys(applies).sort()).toEqual(programme.documentKinds.map(({ key }) => key).sort());
  });

  it.each(Object.entries(applies))('%s sets off exactly its own rules', (kind, rules) => {
    const story = reachable(now);
    story.does(eligible(story.today));
    story.does(assessed(story.today));
    story.does(planAgreed(story.today, '2027-02-22'));
    story.does(contract(story.today, '2027-09-01'));
    story.does(paperOf(kind, '2027-06-30', 'with_permission'));
    const open = story.deadlines.filter(({ state }) => state === 'open').map(({ rule }) => rule);
    expect(open.sort()).toEqual([...rules, ...always].sort());
  });

  it.each(['allowed', 'with_permission', 'unknown'])('60a sets the apprenticeship off with “%s”', (note) => {
    expect(apprenticeshipWith(note)).toBe(true);
  });

  it('60a whose note forbids work does not', () => {
    expect(apprenticeshipWith('not_allowed')).toBe(false);
  });

  it('sets off no second rule when a newer paper of another kind takes its place', () => {
    const kinds = Object.keys(applies);
    for (const kind of kinds) {
      const story = reachable(now);
      story.does(paperOf('toleration_60a', '2027-01-31'));
      story.does(paperOf(kind, '2027-06-30'));
      const open = story.deadlines.filter(({ state }) => state === 'open').map(({ rule }) => rule);
      const wanted = (applies[kind] ?? []).filter((rule) => rule !== apprenticeship);
      expect([kind, ...open.sort()]).toEqual([kind, ...[...wanted, 'programme_age_ceiling'].sort()]);
    }
  });
});

function apprenticeshipWith(note: string): boolean {
  const story = reachable(now);
  story.does(eligible(story.today));
  story.does(assessed(story.today));
  story.does(planAgreed(story.today, '2027-02-22'));
  story.does(contract(story.today, '2027-09-01'));
  story.does(paperOf('toleration_60a', '2027-06-30', note));
  return story.deadlines.some(({ rule }) => rule === apprenticeship);
}
