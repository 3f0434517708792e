import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../domain/journey/commands/index.js';
import { phaseOf } from '../../domain/programme/phase.js';
import { staysOf } from '../../domain/programme/stays.js';
import { assessed, contract, eligible, newest, reach, runs } from '../support/histories.js';
import { programme } from '../support/planning.js';
import { Story } from '../support/story.js';
import { consent, opening, planAgreed } from '../support/wishes.js';

/** Somebody who entered on the twelfth of January. */
function begun(): Story {
  const story = new Story('2026-01-12T09:00:00.000Z');
  story.does(opening(story.today));
  return story;
}

/** Lets each happen at nine on its day, of which it is told. */
function lives(story: Story, acts: Readonly<Record<string, (day: string) => Command>>): Story {
  for (const [day, act] of Object.entries(acts)) {
    story.now = `${day}T09:00:00.000Z`;
    story.does(act(day));
  }
  return story;
}

const toPlan = {
  '2026-01-19': (day: string) => consent(day),
  '2026-02-02': (day: string) => eligible(day),
  '2026-03-02': (day: string) => assessed(day),
  '2026-03-16': (day: string) => planAgreed(day, '2026-06-15'),
};

const told = ({ state }: Story): string[] =>
  staysOf(state, programme).map(({ phase, enteredOn, left }) =>
    [phase, enteredOn, left?.on, left?.way].filter(Boolean).join(' '),
  );

describe('the stays of a journey in its phases', () => {
  it('are none before it has begun, and one from the entry on', () => {
    expect(told(new Story('2026-01-12T09:00:00.000Z'))).toEqual([]);
    expect(told(begun())).toEqual(['contacted 2026-01-12']);
  });

  it('follow on each other, each until the day on which the next begins', () => {
    const story = lives(begun(), toPlan);
    story.now = '2026-03-23T09:00:00.000Z';
    runs(story, 'F1');
    expect(told(story)).toEqual([
      'contacted 2026-01-12 2026-01-19 onward',
      'intake 2026-01-19 2026-02-02 onward',
      'eligible 2026-02-02 2026-03-02 onward',
      'assessed 2026-03-02 2026-03-16 onward',
      'planned 2026-03-16 2026-03-23 onward',
      'in_support 2026-03-23',
    ]);
  });

  it('go back with a placement that is lost, and come again', () => {
    const story = lives(begun(), {
      ...toPlan,
      '2026-04-01': (day) => contract(day, day),
      '2026-04-02': (day) => reach('training_started', day),
      '2026-05-04': (day) => reach('placement_lost', day),
    });
    expect(told(story).slice(4)).toEqual([
      'planned 2026-03-16 2026-04-02 onward',
      'placed 2026-04-02 2026-05-04 back',
      'in_support 2026-05-04',
    ]);
  });

  it('end with the journey, and go on where it is reopened', () => {
    const story = lives(begun(), {
      '2026-01-19': (day) => consent(day),
      '2026-02-02': (on) => ({ type: 'CloseJourney', on, reason: 'moved_away' }),
    });
    expect(told(story).at(-1)).toBe('intake 2026-01-19 2026-02-02 ended');
    story.now = '2026-02-09T09:00:00.000Z';
    story.does({ type: 'ReopenJourney', on: story.today });
    expect(told(story).at(-1)).toBe('intake 2026-01-19');
  });

  it('are those of the facts that stand: what was withdrawn has led nowhere', () => {
    const story = lives(begun(), toPlan);
    const record = newest(story, 'milestones');
    story.does({ type: 'WithdrawRecord', kind: 'milestones', record, reason: 'Verwechselt' });
    expect(told(story).at(-1)).toBe('assessed 2026-03-02');
  });

  it('end no earlier than they begin, in whichever order the days were told', () => {
    const story = begun();
    story.does(consent('2026-01-05'));
    expect(told(story)).toEqual(['contacted 2026-01-12 2026-01-12 onward', 'intake 2026-01-05']);
    expect(phaseOf(story.state, programme)).toMatchObject({ key: 'intake', since: '2026-01-05' });
  });

  it('leave no day behind where the part that holds it was erased', () => {
    const story = lives(begun(), toPlan);
    story.state = { ...story.state, case: { ...story.state.case, milestones: {} } };
    expect(told(story)).toEqual([]);
  });
});
