import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../domain/journey/commands/index.js';
import { assessed, contract, eligible, newest, paperOf, raised, reach, runs } from '../support/histories.js';
import { reachable, Story } from '../support/story.js';
import { consent, opening, planAgreed } from '../support/wishes.js';

/** One morning in winter; 30 days from it are 23:00 UTC of the thirtieth day. */
const now = '2026-01-12T09:00:00.000Z';
const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** Nobody has spoken yet; consent and so on as the rule under test needs. */
function opened(at = now): Story {
  const story = new Story(at);
  story.does(opening(story.today));
  return story;
}
const withPaper = (kind: string, validUntil?: string): Story => {
  const story = reachable(now);
  story.does(paperOf(kind, validUntil));
  return story;
};
const found = (...more: Command[]): Story => {
  const story = reachable(now);
  story.does(eligible(story.today));
  for (const command of more) story.does(command);
  return story;
};
const inSupport = (): Story => {
  const story = found(assessed('2026-01-12'), planAgreed('2026-01-12', '2030-01-14'));
  runs(story, 'F4');
  return story;
};
const contact = (story: Story, reached = true): Command => ({
  type: 'RecordContact',
  on: story.today,
  channel: 'phone',
  direction: 'out',
  reached,
});

interface Example {
  flag: string;
  why: string;
  source: string;
  given: () => Story;
  from: string;
  clearedBy: (story: Story) => Command;
}

const examples: Example[] = [
  {
    flag: 'no_contact 2',
    why: '30 days without a contact in both directions',
    source: 'no. 1',
    given: () => reachable(now),
    from: '2026-02-11T23:00:00.000Z',
    clearedBy: contact,
  },
  {
    flag: 'no_contact 3',
    why: '45 days',
    source: 'no. 1',
    given: () => reachable(now),
    from: '2026-02-26T23:00:00.000Z',
    clearedBy: contact,
  },
  {
    flag: 'consent_missing 2',
    why: '21 days after the first contact',
    source: 'no. 2',
    given: () => opened(),
    from: '2026-02-02T23:00:00.000Z',
    clearedBy: ({ today }) => consent(today),
  },
  {
    flag: 'no_document_date 2',
    why: 'eligible for 28 days, no day of a paper',
    source: 'no. 3',
    given: () => found(),
    from: '2026-02-09T23:00:00.000Z',
    clearedBy: () => paperOf('toleration_60a', '2027-01-31'),
  },
  {
    flag: 'document_expiring_unhandled 2',
    why: '28 days are left',
    source: 'no. 4',
    given: () => withPaper('toleration_60a', '2026-02-28'),
    from: '2026-01-30T23:00:00.000Z',
    clearedBy: ({ today }) => ({ type: 'RequestRenewal', on: today, proof: 'receipt_seen' }),
  },
  {
    flag: 'document_expiring_unhandled 3',
    why: '7 days are left',
    source: 'no. 4',
    given: () => withPaper('toleration_60a', '2026-02-28'),
    from: '2026-02-20T23:00:00.000Z',
    clearedBy: () => paperOf('toleration_60a', '2026-12-31'),
  },
  {
    flag: 'document_expired 3',
    why: 'its last day is over, the one on which the clocks go forward',
    source: 'no. 5',
    given: () => withPaper('toleration_60a', '2026-03-29'),
    from: '2026-03-29T22:00:00.000Z',
    clearedBy: ({ today }) => ({ type: 'RequestRenewal', on: today, proof: 'third_party_confirmed' }),
  },
  {
    flag: 'document_expired 3',
    why: 'its last day is over, the one on which the clocks go back',
    source: 'no. 5',
    given: () => withPaper('residence_permit_25a', '2026-10-25'),
    from: '2026-10-25T23:00:00.000Z',
    clearedBy: () => paperOf('residence_permit_25a', '2027-12-31'),
  },
  {
    flag: 'assessment_overdue 2',
    why: '6 weeks after eligibility',
    source: 'no. 7',
    given: () => found(),
    from: '2026-02-23T23:00:00.000Z',
    clearedBy: ({ today }) => assessed(today),
  },
  {
    flag: 'plan_overdue 2',
    why: '10 weeks after eligibility without a plan',
    source: 'no. 8',
    given: () => found(assessed('2026-01-12')),
    from: '2026-03-23T23:00:00.000Z',
    clearedBy: ({ today }) => planAgreed(today, '2027-01-11'),
  },
  {
    flag: 'plan_overdue 2',
    why: '4½ months after the plan without a review, whatever the phase',
    source: 'no. 8',
    given: inSupport,
    from: '2026-05-27T22:00:00.000Z',
    clearedBy: ({ today }) => reach('plan_reviewed', today, { nextReviewOn: '2027-01-11' }),
  },
  {
    flag: 'same_phase_too_long 1',
    why: '12 months in support, nothing reached for 90 days',
    source: 'no. 16',
    given: inSupport,
    from: '2027-01-12T23:00:00.000Z',
    clearedBy: ({ today }) => reach('language_exam_passed', today, { level: 'B1', skills: ['oral'] }),
  },
];

describe.each(examples)('$flag: $why (the field, § 4 $source)', ({ flag, given, from, clearedBy }) => {
  it('is raised at its instant, not a millisecond before', () => {
    const story = given();
    story.reaches(justBefore(from));
    expect(raised(story)).not.toContain(flag);
    story.reaches(from);
    expect(raised(story)).toContain(flag);
  });

  it('is cleared by its act', () => {
    const story = given();
    story.reaches(from);
    story.does(clearedBy(story));
    expect(raised(story).map((each) => each.split(' ')[0])).not.toContain(flag.split(' ')[0]);
  });

  it('is gone when the journey is closed', () => {
    const story = given();
    story.reaches(from);
    story.does({ type: 'CloseJourney', on: story.today, reason: 'moved_away' });
    expect(raised(story)).toEqual([]);
  });

  it('rests while the journey is paused, unless it is about papers or consent', () => {
    const story = given();
    // without consent there is nothing to be paused
    story.tries({ type: 'PauseJourney', on: story.today, reason: 'away' });
    story.reaches(from);
    const runsOn = /document|consent/.test(flag);
    expect(raised(story).includes(flag)).toBe(runsOn);
  });
});

describe('a flag', () => {
  it('about contact waits 60 days in follow-up', () => {
    const story = found(assessed('2026-01-12'), planAgreed('2026-01-12', '2026-04-13'));
    story.does(contract(story.today, story.today));
    story.does(reach('training_started', story.today));
    story.does(reach('probation_passed', story.today));
    story.reaches('2026-03-13T22:59:59.999Z');
    expect(raised(story)).not.toContain('no_contact 2');
    story.reaches('2026-03-13T23:00:00.000Z');
    expect(raised(story)).toContain('no_contact 2');
  });

  it('about contact is not cleared by a call that nobody answered, nor by one that was withdrawn', () => {
    const story = reachable(now);
    story.reaches('2026-02-11T23:00:00.000Z');
    story.does(contact(story, false));
    expect(raised(story)).toEqual(['no_contact 2']);
    story.does(contact(story));
    const record = newest(story, 'contacts');
    story.does({ type: 'WithdrawRecord', kind: 'contacts', record, reason: 'Verwechselt' });
    expect(raised(story)).toEqual(['no_contact 2']);
  });

  it('about a paper stays when the renewal is only said', () => {
    const story = withPaper('toleration_60a', '2026-01-18');
    expect(raised(story)).toEqual(['document_expiring_unhandled 3']);
    story.does({ type: 'RequestRenewal', on: story.today, proof: 'self_reported' });
    expect(raised(story)).toEqual(['document_expiring_unhandled 3']);
  });

  it('about a paper makes room for the graver one in one act, also after an outage', () => {
    const story = withPaper('toleration_60a', '2026-02-28');
    story.reaches('2026-03-09T09:00:00.000Z');
    expect(raised(story)).toContain('document_expired 3');
    expect(raised(story).filter((each) => each.startsWith('document'))).toHaveLength(1);
  });

  it('about departure is raised at once, for coach and coordinator, until somebody verified or recorded', () => {
    const acts = [
      (story: Story): Command => ({
        type: 'VerifyDeadline',
        deadline: story.deadlines.find(({ rule }) => rule === 'departure_deadline')?.id ?? '',
        on: story.today,
      }),
      (): Command => paperOf('toleration_60a', '2026-12-31'),
    ];
    for (const act of acts) {
      const story = withPaper('border_crossing_certificate', '2026-01-30');
      expect(raised(story)).toEqual(['departure_running 3']);
      story.does(act(story));
      expect(raised(story)).toEqual([]);
    }
  });

  it('about delivery is raised by two failures in a row, and cleared by a new address', () => {
    const story = reachable(now);
    story.does(paperOf('toleration_60a', '2026-06-30'));
    for (const _ of [1, 2]) {
      const [next] = story.reminders;
      story.reaches(next?.at ?? '');
      const key = next?.key ?? '';
      story.does({ type: 'ClaimMessage', with: [], key });
      expect(raised(story)).not.toContain('delivery_failing 2');
      const outcome = { state: 'failed', why: 'refused' } as const;
      story.does({ type: 'SettleMessage', key, attempt: 1, outcome });
    }
    expect(raised(story)).toContain('delivery_failing 2');
    story.now = '2026-06-10T09:00:00.000Z';
    story.does({ type: 'ChangeParticipant', person: {}, contact: { email: 'neu@example.org' } });
    expect(raised(story)).not.toContain('delivery_failing 2');
  });

  it('that is put aside is raised anew when it grows graver', () => {
    const story = withPaper('toleration_60a', '2026-02-05');
    const flag = story.state.plain.flags[0]?.id ?? '';
    story.does({ type: 'SnoozeFlag', flag, until: '2026-01-26', reason: 'Termin steht' });
    expect(story.state.plain.flags[0]).toMatchObject({ severity: 2, snoozedUntil: '2026-01-26' });
    story.reaches('2026-01-28T23:00:00.000Z');
    expect(story.state.plain.flags[0]).toMatchObject({ id: flag, severity: 3 });
    expect(story.state.plain.flags[0]).not.toHaveProperty('snoozedUntil');
  });
});
