import { describe, expect, it } from '@jest/globals';
import { reasonOf, standingNotices } from '../../domain/staff-mail/reason.js';
import { newest, paperOf } from '../support/histories.js';
import { reachable, type Story } from '../support/story.js';

/** A Monday; eight weeks before the paper's day is Tuesday. */
const monday = '2026-01-12T09:00:00.000Z';
const tuesday = '2026-01-13T06:00:00.000Z';
const validUntil = '2026-03-10';

const withPaper = (until = validUntil): Story => {
  const story = reachable(monday);
  story.does(paperOf('toleration_60a', until));
  return story;
};

/** What stands, as kind of reason and recipient. */
const standing = ({ state }: Story): string[] =>
  standingNotices(state)
    .map((notice) => `${reasonOf(state, notice)?.kind} ${notice.to}`)
    .sort();

describe('the reason of a notice', () => {
  it('stands while its deadline is open, and while it is missed', () => {
    const story = withPaper();
    expect(standing(story)).toEqual([]);
    story.reaches(tuesday);
    expect(standing(story)).toEqual(['deadline coach']);
    story.reaches('2026-03-11T06:00:00.000Z');
    expect(standing(story)).toContain('deadline coordinator');
  });

  it('is gone when a new paper is there', () => {
    const story = withPaper();
    story.reaches(tuesday);
    story.does(paperOf('toleration_60a', '2026-12-31'));
    expect(standing(story)).toEqual([]);
  });

  it('is gone when a correction has moved the day, and back when that is withdrawn', () => {
    const story = withPaper();
    story.reaches(tuesday);
    const paper = { kind: 'toleration_60a', validUntil: '2026-12-31', employmentNote: 'unknown' };
    const corrects = newest(story, 'documents');
    story.now = '2026-01-13T08:00:00.000Z';
    story.does({ type: 'RecordDocument', paper, corrects });
    expect(standing(story)).toEqual([]);
    const record = newest(story, 'documents');
    story.does({ type: 'WithdrawRecord', kind: 'documents', record, reason: 'Verwechselt' });
    expect(standing(story)).toEqual(['deadline coach']);
  });

  it('is gone when consent to case work is withdrawn', () => {
    const story = withPaper();
    story.reaches(tuesday);
    story.does({ type: 'WithdrawConsent', on: '2026-01-13' });
    expect(standing(story)).toEqual([]);
  });

  it('stands while a flag is raised and not put aside; what comes after that stands again', () => {
    const story = withPaper('2026-01-11');
    story.reaches('2026-01-12T09:01:30.000Z');
    expect(standing(story)).toEqual(['flag coach', 'flag coordinator']);
    const [flag] = story.state.plain.flags;
    const snooze = { type: 'SnoozeFlag', flag: flag?.id ?? '', until: '2026-01-14', reason: 'Ruft zurück' };
    story.does(snooze as Parameters<Story['does']>[0]);
    expect(standing(story)).toEqual([]);
    story.reaches('2026-01-15T06:00:00.000Z');
    expect(standing(story).filter((each) => each.startsWith('flag'))).toEqual([
      'flag coach',
      'flag coordinator',
    ]);
  });

  it('stands again when putting the flag aside was a mistake, and nothing is queued for it a second time', () => {
    const story = withPaper('2026-01-11');
    story.reaches('2026-01-12T09:01:30.000Z');
    const [flag] = story.state.plain.flags;
    const noticesOf = () =>
      Object.values(story.state.plain.notices).filter(({ about }) => about === flag?.id);
    const queued = noticesOf();
    const snooze = { type: 'SnoozeFlag', flag: flag?.id ?? '', until: '2026-01-14', reason: 'Ruft zurück' };
    story.does(snooze as Parameters<Story['does']>[0]);
    story.does({ type: 'WakeFlag', flag: flag?.id ?? '' });
    expect(standing(story)).toEqual(['flag coach', 'flag coordinator']);
    expect(story.state.plain.flags).toEqual([flag]);
    story.reaches('2026-01-15T06:00:00.000Z');
    expect(noticesOf()).toEqual(queued);
  });

  it('is a reminder for the coach alone, at once where the flag is grave, and gone when it is put aside after that', () => {
    const story = withPaper('2026-01-11');
    story.reaches('2026-01-12T09:01:30.000Z');
    const flag = story.state.plain.flags[0]?.id ?? '';
    const reminders = () =>
      standingNotices(story.state).filter((notice) => {
        const reason = reasonOf(story.state, notice);
        return reason?.kind === 'flag' && reason.reminds;
      });
    expect(reminders()).toEqual([]);
    story.now = '2026-01-12T12:00:00.000Z';
    story.does({ type: 'AssignCoach', coach: '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c33' });
    story.does({ type: 'RemindCoach', flag });
    story.does({ type: 'RemindCoach', flag });
    story.reaches('2026-01-12T12:01:30.000Z');
    expect(reminders()).toMatchObject([{ to: 'coach', about: flag, urgent: true }]);
    story.now = '2026-01-12T13:00:00.000Z';
    story.does({ type: 'SnoozeFlag', flag, until: '2026-01-14', reason: 'Ruft zurück' });
    expect(reminders()).toEqual([]);
    expect(() => story.does({ type: 'RemindCoach', flag })).toThrow('This flag is put aside.');
    story.reaches('2026-01-15T09:00:00.000Z');
    expect(reminders()).toEqual([]);
    story.now = '2026-01-15T10:00:00.000Z';
    story.does({ type: 'RemindCoach', flag });
    story.reaches('2026-01-15T10:01:30.000Z');
    expect(reminders()).toMatchObject([{ to: 'coach', about: flag, urgent: true }]);
  });

  it('is gone when a flag is cleared', () => {
    const story = withPaper('2026-01-11');
    story.reaches('2026-01-12T09:01:30.000Z');
    story.does(paperOf('toleration_60a', '2026-12-31'));
    expect(standing(story)).toEqual([]);
  });

  it('is the engine’s own failure until that is over', () => {
    const story = withPaper();
    story.does({ type: 'ReportPlanningFailed' });
    expect(standing(story)).toEqual(['flag coordinator']);
    story.does({ type: 'ReportPlanningRestored' });
    expect(standing(story)).toEqual([]);
  });
});
