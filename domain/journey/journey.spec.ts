import { describe, expect, it } from '@jest/globals';
import { assessed, eligible } from '../../test/support/histories.js';
import { programme } from '../../test/support/planning.js';
import { reachable, Story } from '../../test/support/story.js';
import { consent, opening, paper, planAgreed } from '../../test/support/wishes.js';
import { phaseOf } from '../programme/phase.js';
import type { Command } from './commands/index.js';
import { Refusal } from './refusal.js';

const now = '2026-11-23T07:30:00.000Z';

/** A journey of somebody who consented, in which these things have already been done today. */
function given(...commands: Command[]): Story {
  const story = reachable(now);
  for (const command of commands) story.does(command);
  return story;
}

const records = (story: Story, command: Command): string[] =>
  story
    .does(command)
    .filter(({ actor }) => actor.kind === 'person')
    .map(({ type }) => type);

function refusalOf(story: Story, command: Command): string {
  try {
    story.does(command);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}${error.field ?? ''}`;
    throw error;
  }
  return 'nothing stands against it';
}

const tomorrow = '2026-11-24';
const today = '2026-11-23';
/** What comes before a plan. */
const ready = [eligible(today), assessed(today)];
const close = { type: 'CloseJourney', on: today, reason: 'moved_away' } as const;
const reopen = { type: 'ReopenJourney', on: today } as const;

describe('a journey', () => {
  it('is opened for people from the 18th birthday to the day before the 28th', () => {
    const born = (bornOn: string): Command => ({
      ...opening(today),
      person: { givenName: 'A', familyName: 'B', bornOn },
    });
    const fresh = () => new Story(now);
    expect(refusalOf(fresh(), born('2008-11-24'))).toBe('too-young');
    expect(records(fresh(), born('2008-11-23'))).toEqual(['JourneyOpened']);
    expect(records(fresh(), born('1998-11-24'))).toEqual(['JourneyOpened']);
    expect(refusalOf(fresh(), born('1998-11-23'))).toBe('too-old');
    expect(
      records(fresh(), { ...opening(today), ...born('1998-11-23'), exception: 'Landesprogramm' } as Command),
    ).toEqual(['JourneyOpened']);
  });

  it('records a paper, the next one, and a correction', () => {
    const story = given(paper('2027-03-01'));
    expect(records(story, paper('2027-09-01'))).toEqual(['DocumentRecorded']);
    const corrects = story.state.plain.documents[0]?.id ?? '';
    expect(records(story, { ...paper('2027-03-02'), corrects })).toEqual(['DocumentRecorded']);
    expect(story.state.plain.documents.map(({ root }) => root === corrects)).toEqual([true, false, true]);
  });

  it('refuses a paper of days that can’t be, and a correction of what is not there', () => {
    const story = given();
    const from = (validFrom: string, validUntil: string): Command => ({
      type: 'RecordDocument',
      paper: { kind: 'toleration_60a', validFrom, validUntil, employmentNote: 'unknown' },
    });
    expect(refusalOf(story, from(tomorrow, '2027-03-01'))).toBe('date-in-future/validFrom');
    expect(refusalOf(story, from(today, '2026-11-22'))).toBe('ends-before-it-begins/validUntil');
    expect(refusalOf(story, { ...paper('2027-03-01'), corrects: 'another' })).toBe('no-such-record/corrects');
  });

  it('waits for consent before anything of the case is recorded', () => {
    const story = new Story(now);
    story.does(opening(today));
    expect(refusalOf(story, planAgreed(today, '2027-02-01'))).toBe('consent-missing');
    expect(records(story, consent(today))).toEqual(['MilestoneReached']);
    for (const command of ready) story.does(command);
    expect(records(story, planAgreed(today, '2027-02-01'))).toEqual(['MilestoneReached']);
  });

  it('agrees on a plan once, with the same words said twice, and on no other', () => {
    const story = given(...ready, planAgreed(today, '2027-02-01'));
    expect(records(story, planAgreed(today, '2027-02-01'))).toEqual([]);
    expect(refusalOf(story, planAgreed(today, '2027-03-01'))).toBe('already-reached');
  });

  it('moves through its phases by what is reached, not by what is said', () => {
    const story = new Story(now);
    story.does(opening(today));
    const phases = [phaseOf(story.state, programme).key];
    for (const command of [consent(today), ...ready, planAgreed(today, '2027-02-01'), close, reopen]) {
      story.does(command);
      phases.push(phaseOf(story.state, programme).key);
    }
    expect(phases).toEqual(['contacted', 'intake', 'eligible', 'assessed', 'planned', 'closed', 'planned']);
  });

  it('takes nothing while it is closed, and goes on when it is reopened', () => {
    const story = given(close);
    expect(refusalOf(story, paper('2027-03-01'))).toBe('not-yet-possible');
    expect(refusalOf(story, planAgreed(today, '2027-02-01'))).toBe('not-yet-possible');
    expect(records(story, close)).toEqual([]);
    expect(records(story, reopen)).toEqual(['JourneyReopened']);
    expect(records(story, paper('2027-03-01'))).toEqual(['DocumentRecorded']);
  });

  it('is closed for a reason of the programme’s, on a day up to today', () => {
    const story = given();
    expect(refusalOf(story, { ...close, on: tomorrow })).toBe('date-in-future/on');
    expect(refusalOf(story, { ...close, reason: 'bored' })).toBe('unknown-reason/reason');
    expect(refusalOf(story, { ...close, reason: 'moved_within_region' })).toBe('use-transfer');
  });

  it('raises the engine’s flag once and clears it when things go on', () => {
    const story = given();
    expect(story.does({ type: 'ReportPlanningFailed' })).toMatchObject([
      { type: 'FlagRaised', actor: { kind: 'engine' } },
      { type: 'NoticeQueued', plain: { to: 'coordinator' }, actor: { kind: 'engine' } },
    ]);
    expect(story.does({ type: 'ReportPlanningFailed' })).toEqual([]);
    expect(story.does({ type: 'ReportPlanningRestored' }).map(({ type }) => type)).toEqual(['FlagCleared']);
    expect(story.state.plain.flags).toEqual([]);
  });
});

describe('a message', () => {
  const due = (): [Story, string] => {
    const story = given(paper('2027-05-31'));
    const [first] = story.reminders;
    story.now = first?.at ?? '';
    return [story, first?.key ?? ''];
  };
  const outcomeOf = (story: Story, key: string) => story.state.plain.messages[key];

  it('is not claimed before its instant', () => {
    const [story, key] = due();
    story.reaches(new Date(Date.parse(story.now) - 1).toISOString());
    expect(story.does({ type: 'ClaimMessage', with: [], key })).toEqual([]);
  });

  it('is not claimed once its reason is gone', () => {
    const [story, key] = due();
    story.does(paper('2028-05-31'));
    expect(story.does({ type: 'ClaimMessage', with: [], key })).toEqual([]);
  });

  it('is settled once per claim; a late outcome of an older claim counts only when it was sent', () => {
    const [story, key] = due();
    story.does({ type: 'ClaimMessage', with: [], key });
    story.now = new Date(Date.parse(story.now) + 300_000).toISOString();
    story.does({ type: 'ClaimMessage', with: [], key });
    const failed = { state: 'failed', why: 'refused' } as const;
    expect(story.does({ type: 'SettleMessage', key, attempt: 1, outcome: failed })).toEqual([]);
    story.does({ type: 'SettleMessage', key, attempt: 1, outcome: { state: 'sent' } });
    expect(outcomeOf(story, key)).toMatchObject({ state: 'sent', attempt: 2 });
    expect(story.does({ type: 'SettleMessage', key, attempt: 2, outcome: failed })).toEqual([]);
  });

  it('waits longer after every failure, at most an hour, and fails after a day', () => {
    const [story, key] = due();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 30; attempt += 1) {
      story.does({ type: 'ClaimMessage', with: [], key });
      const outcome = { state: 'deferred', why: 'unreachable' } as const;
      story.does({ type: 'SettleMessage', key, attempt, outcome });
      const { until } = outcomeOf(story, key) ?? {};
      if (until === undefined) break;
      waits.push((Date.parse(until) - Date.parse(story.now)) / 60_000);
      story.now = story.reminders[0]?.at ?? '';
    }
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    // nobody is written to at night: the last try is the next morning's, a day after the first
    expect(outcomeOf(story, key)).toMatchObject({ state: 'failed', why: 'unreachable', attempt: 16 });
    expect(story.state.plain.tasks).toMatchObject([
      { kind: 'tell_participant', state: 'gone' },
      { kind: 'delivery_failed', state: 'open' },
    ]);
  });

  it('is given up with its reason where nobody could be called back', () => {
    const [story, key] = due();
    story.does({ type: 'SuppressMessage', with: [], key, why: 'no_callback_number' });
    expect(outcomeOf(story, key)).toMatchObject({ state: 'suppressed', why: 'no_callback_number' });
    expect(story.does({ type: 'ClaimMessage', with: [], key })).toEqual([]);
  });
});
