import { describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { AgendaItem } from '../../domain/deadlines/agenda.js';
import { overlaysOf } from '../../domain/journey/overlays.js';
import { assessed, contract, eligible, newest, paperOf, raised, reach } from '../support/histories.js';
import { reachable, Story } from '../support/story.js';
import { consent, opening, planAgreed } from '../support/wishes.js';

const now = '2026-01-12T09:00:00.000Z';
const on = '2026-01-12';

const told = ({ state }: Story, to: string, rule = 'residence_document_expiry'): AgendaItem[] =>
  Object.values({ ...state.case.agenda.items, ...state.status.agenda.items })
    .filter((item) => item.to === to && item.rule === rule && item.act !== 'flag')
    .sort((a, b) => (a.at < b.at ? -1 : 1));
const days = (items: AgendaItem[]): string[] => items.map(({ rung, at }) => `${rung} ${berlinDay(at)}`);
const ofPaper = ({ deadlines }: Story, rule = 'residence_document_expiry'): string[] =>
  deadlines.filter((each) => each.rule === rule).map(({ due, state }) => `${due} ${state}`);
const withPaper = (validUntil?: string, at = now): Story => {
  const story = reachable(at);
  story.does(paperOf('toleration_60a', validUntil));
  return story;
};

describe('the day of a paper (the contract, § 4 Dates)', () => {
  it('that is missing is a task, no deadline', () => {
    const story = withPaper();
    expect(ofPaper(story)).toEqual([]);
    expect(story.state.plain.tasks).toMatchObject([{ kind: 'fact_missing', state: 'open' }]);
    story.does(paperOf('toleration_60a', '2026-12-31'));
    expect(story.state.plain.tasks).toMatchObject([{ state: 'gone' }]);
  });

  it('that is past is missed at once: a flag, staff mail the next working morning, nothing to the participant', () => {
    const story = withPaper('2026-01-11');
    expect(ofPaper(story)).toEqual(['2026-01-11 missed']);
    expect(raised(story)).toEqual(['document_expired 3']);
    expect(days(told(story, 'coach'))).toEqual(['missed 2026-01-13']);
    expect(days(told(story, 'coordinator'))).toEqual(['missed 2026-01-13']);
    expect(told(story, 'participant')).toEqual([]);
  });

  it('that is today is the last valid one, open until 24:00 in Berlin', () => {
    const story = withPaper('2026-01-12');
    expect(ofPaper(story)).toEqual(['2026-01-12 open']);
    expect(days(told(story, 'participant'))).toEqual(['-2w 2026-01-12']);
    story.reaches('2026-01-12T22:59:59.999Z');
    expect(ofPaper(story)).toEqual(['2026-01-12 open']);
    story.reaches('2026-01-12T23:00:00.000Z');
    expect(ofPaper(story)).toEqual(['2026-01-12 missed']);
  });

  it('that lies ahead with passed rungs gives one merged reminder, later ones as planned', () => {
    const story = withPaper('2026-02-20');
    expect(days(told(story, 'participant'))).toEqual(['-6w 2026-01-12', '-4w 2026-01-23', '-2w 2026-02-06']);
  });

  it('done late is done', () => {
    const story = withPaper('2026-01-11');
    story.does(paperOf('toleration_60a', '2026-07-31'));
    expect(ofPaper(story).sort()).toEqual(['2026-01-11 done', '2026-07-31 open']);
  });
});

describe('a birthday that was over when it became known', () => {
  it('is no deadline', () => {
    const story = new Story(now);
    story.does({ ...opening(on), person: { ...opening(on).person, bornOn: '1998-12-01' } });
    story.does(paperOf('toleration_60a', '2026-12-31'));
    expect(ofPaper(story, 'section25a_last_application_day')).toEqual([]);
    expect(ofPaper(story, 'programme_age_ceiling')).toEqual(['2026-11-30 open']);
  });
});

describe('an earliest day', () => {
  const rule = 'apprenticeship_status_earliest_application';
  const late = (): Story => {
    const story = withPaper('2026-12-31');
    for (const act of [eligible(on), assessed(on), planAgreed(on, '2026-04-13')]) story.does(act);
    story.does(contract(on, '2026-08-01'));
    return story;
  };

  it('that was recorded late stays open as possible now, its rungs merged into one', () => {
    const story = late();
    expect(ofPaper(story, rule)).toEqual(['2026-01-01 open']);
    expect(days(told(story, 'participant', rule))).toEqual(['0d 2026-01-12']);
    expect(days(told(story, 'coach', rule))).toEqual(['0d 2026-01-13']);
  });

  it('is done when the training starts', () => {
    const story = late();
    story.reaches('2026-08-03T09:00:00.000Z');
    expect(ofPaper(story, rule)).toEqual(['2026-01-01 open']);
    story.does(reach('training_started', '2026-08-03'));
    expect(ofPaper(story, rule)).toEqual(['2026-01-01 done']);
  });
});

describe('a renewal request', () => {
  const requested = (proof: 'receipt_seen' | 'self_reported'): Story => {
    const story = withPaper('2026-02-20');
    story.does({ type: 'RequestRenewal', on, proof });
    return story;
  };

  it('with proof keeps the deadline open, ends the participant’s rungs, prevents missed and both flags', () => {
    const story = requested('receipt_seen');
    expect(told(story, 'participant')).toEqual([]);
    story.reaches('2026-03-02T09:00:00.000Z');
    expect(ofPaper(story)).toEqual(['2026-02-20 open']);
    expect(raised(story).filter((flag) => flag.startsWith('document'))).toEqual([]);
  });

  it('with proof reminds the coach weekly, one at a time from the last, also over the years', () => {
    const story = withPaper('2026-12-20', '2026-12-14T09:00:00.000Z');
    story.does({ type: 'RequestRenewal', on: '2026-12-14', proof: 'receipt_seen' });
    const weekly = (): string[] =>
      days(told(story, 'coach').filter(({ rung }) => rung.startsWith('renewed')));
    expect(weekly()).toEqual(['renewed-1 2026-12-21']);
    story.reaches('2026-12-21T06:30:00.000Z');
    expect(weekly()).toEqual(['renewed-2 2027-01-04']);
    story.reaches('2027-01-04T06:30:00.000Z');
    expect(weekly()).toEqual(['renewed-3 2027-01-11']);
  });

  it('that is only said changes nothing', () => {
    const story = requested('self_reported');
    expect(told(story, 'participant')).toEqual(told(withPaper('2026-02-20'), 'participant'));
    story.reaches('2026-03-02T09:00:00.000Z');
    expect(ofPaper(story)).toEqual(['2026-02-20 missed']);
    expect(raised(story)).toContain('document_expired 3');
  });

  it('still counts when the paper is corrected, and no more when a new one is there', () => {
    const story = requested('receipt_seen');
    story.now = '2026-01-13T09:00:00.000Z';
    const corrects = newest(story, 'documents');
    story.does({
      type: 'RecordDocument',
      paper: { kind: 'toleration_60a', validUntil: '2026-02-21', employmentNote: 'unknown' },
      corrects,
    });
    expect(told(story, 'participant')).toEqual([]);
    story.does(paperOf('toleration_60a', '2026-08-31'));
    expect(told(story, 'participant').length).toBeGreaterThan(0);
  });
});

describe('what stops and what runs on', () => {
  it('a pause stops the participant’s rungs, not the staff’s, and resuming brings them back', () => {
    const story = withPaper('2026-12-31');
    const [participant, coach] = [told(story, 'participant'), told(story, 'coach')];
    story.does({ type: 'PauseJourney', on, reason: 'personal' });
    expect([told(story, 'participant'), told(story, 'coach')]).toEqual([[], coach]);
    story.does({ type: 'ResumeJourney', on });
    expect([told(story, 'participant'), told(story, 'coach')]).toEqual([participant, coach]);
  });

  it('closing ends the participant’s rungs, legal days run on towards staff, reopening brings all back', () => {
    const story = withPaper('2026-12-31');
    const [participant, coach] = [told(story, 'participant'), told(story, 'coach')];
    story.does({ type: 'CloseJourney', on, reason: 'moved_away' });
    expect([told(story, 'participant'), told(story, 'coach')]).toEqual([[], coach]);
    expect(ofPaper(story, 'programme_age_ceiling')[0]).toContain('cancelled');
    story.does({ type: 'ReopenJourney', on });
    expect([told(story, 'participant'), told(story, 'coach')]).toEqual([participant, coach]);
  });

  it.each(['deceased', 'deported_or_transferred', 'voluntary_return'])('%s cancels everything', (reason) => {
    const story = withPaper('2026-12-31');
    story.does({ type: 'CloseJourney', on, reason });
    const { case: own, status } = story.state;
    expect({ ...own.agenda.items, ...status.agenda.items }).toEqual({});
    expect(story.deadlines.map(({ state }) => state)).not.toContain('open');
  });

  it('withdrawing consent to reminders ends what goes to the participant', () => {
    const story = withPaper('2026-12-31');
    const coach = told(story, 'coach');
    story.does({ type: 'WithdrawConsent', on, purposes: ['reminders'] });
    expect([story.reminders, told(story, 'coach')]).toEqual([[], coach]);
  });

  it('withdrawing consent to case work ends the staff’s reminders too and leaves one task', () => {
    const story = withPaper('2026-12-31');
    story.does({ type: 'WithdrawConsent', on });
    expect([story.reminders, told(story, 'coach'), told(story, 'coordinator')]).toEqual([[], [], []]);
    expect(overlaysOf(story.state)).toEqual(['consent_withdrawn']);
    expect(story.state.plain.tasks.map(({ kind }) => kind)).toEqual(['consent_withdrawn']);
  });

  it('without consent to case work staff are reminded of papers, the participant never', () => {
    const story = new Story(now);
    story.does(opening(on));
    story.does(consent(on, ['reminders']));
    story.does(paperOf('toleration_60a', '2026-12-31'));
    expect(story.reminders).toEqual([]);
    expect(told(story, 'coach').length).toBeGreaterThan(0);
  });

  it('a border crossing certificate ends every message to the participant in the same act', () => {
    const story = withPaper('2026-12-31');
    const events = story.does(paperOf('border_crossing_certificate', '2026-02-10'));
    expect(story.reminders).toEqual([]);
    expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(1);
    expect(overlaysOf(story.state)).toEqual(['status_crisis']);
  });

  it('a training after a lost one has days of its own', () => {
    const story = reachable(now);
    for (const act of [eligible(on), assessed(on), planAgreed(on, '2026-04-13')]) story.does(act);
    for (const act of [
      contract(on, '2026-01-05'),
      reach('training_started', on),
      reach('placement_lost', on),
    ]) {
      story.does(act);
    }
    story.does(contract(on, '2026-09-01'));
    expect(ofPaper(story, 'training_year_start').sort()).toEqual(['2026-01-05 done', '2026-09-01 open']);
    story.reaches('2026-09-01T09:00:00.000Z');
    story.does(reach('training_started', '2026-09-01'));
    expect(ofPaper(story, 'probation_end').sort()).toEqual(['2026-05-11 done', '2026-12-31 open']);
  });
});
