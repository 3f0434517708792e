import { describe, expect, it } from '@jest/globals';
import { looseEnds } from '../../domain/programme/references.js';
import { reach, runs } from '../support/histories.js';
import { dueOf, kinds, on, told, withRule } from './rules-to-come.js';

describe('a rule that comes later as data alone', () => {
  it.each(kinds)('%s', (_, said, acts, wanted) => {
    expect(looseEnds(withRule(said))).toEqual([]);
    const story = told(said, ...acts);
    if ('anchor' in said && said.anchor === 'module.f3Since') runs(story, 'F3');
    expect(dueOf(story)).toEqual(wanted);
  });

  it('43 follow_up_6_months: counts from the closing, and survives it', () => {
    const survives = { participant: 'ends', coach: 'survives', coordinator: 'survives' };
    const story = told({
      anchor: 'journey.closedOn',
      compute: { fn: 'eventEnd', months: 6 },
      roll: 'internal_back',
      afterClose: survives,
      doneWhen: [{ milestone: 'follow_up_6m' }],
    });
    story.does({ type: 'CloseJourney', on, reason: 'placed_job' });
    expect(dueOf(story)).toEqual(['2027-06-11 2027-06-11']);
    story.does(reach('follow_up_6m', on, { outcome: 'in Arbeit' }));
    expect(story.deadlines.map(({ state }) => state)).toEqual(['done']);
  });

  it('with a recurring rung plans one at a time, from its last act', () => {
    const story = told(
      {
        anchor: 'dismissal.receivedOn',
        compute: { fn: 'eventEnd', weeks: 3 },
        reminders: [{ at: ['0d'], every: '1w', to: ['coach'], base: 'trigger' }],
      },
      reach('dismissal_received', on),
    );
    const rungs = (): string[] =>
      Object.values(story.state.status.agenda.items)
        .filter(({ act }) => act === 'notify')
        .map(({ rung }) => rung)
        .sort();
    expect(rungs()).toEqual(['0d', '0d-1']);
    story.reaches('2026-12-18T07:00:00.000Z');
    expect(rungs()).toEqual(['0d-2']);
  });
});
