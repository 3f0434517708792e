import { describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { mailsDue } from '../../domain/messages/mails-due.js';
import { assessed, eligible, paperOf, phase, raised, reach } from '../support/histories.js';
import { reachable, type Story } from '../support/story.js';
import { consent, planAgreed } from '../support/wishes.js';

const now = '2026-11-23T07:30:00.000Z';
const rule = 'residence_document_expiry';

/** A journey of somebody who may be reminded, with a toleration until that day. */
function withPaper(validUntil: string): Story {
  const story = reachable(now);
  story.does(paperOf('toleration_60a', validUntil));
  return story;
}

const itemsOf = ({ state: { case: own, status } }: Story) =>
  Object.values({ ...own.agenda.items, ...status.agenda.items });

/** Has the mails that are due now sent; their rungs. */
function sends(story: Story): string[] {
  const planned = itemsOf(story);
  return mailsDue(story.state, story.now).flatMap((mail) => {
    const [claimed] = story.does({ type: 'ClaimMessage', ...mail });
    if (claimed?.type !== 'MessageSending') return [];
    story.does({ type: 'SettleMessage', key: mail.key, attempt: 1, outcome: { state: 'sent' } });
    return [mail.key, ...mail.with].map((key) => planned.find((item) => item.key === key)?.rung ?? key);
  });
}

/** What the coach will be told of the paper, as rung and day, the earliest first. */
const toldNext = (story: Story): string[] =>
  itemsOf(story)
    .filter((item) => item.rule === rule && item.to === 'coach')
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ rung, at }) => `${rung} ${berlinDay(at)}`);

const noticesAbout = (events: readonly RecordedEvent[], about = ''): RecordedEvent[] =>
  events.filter((event) => event.type === 'NoticeQueued' && event.plain.about === about);
const paperFlag = ({ state }: Story): string | undefined => Object.keys(state.status.flags)[0];

describe('an outage of three weeks that ends on a Sunday evening', () => {
  const back = '2027-03-28T19:00:00.000Z';

  it('gives one mail on the next allowed day, with the newest rung', () => {
    const story = withPaper('2027-04-27'); // six weeks before it are in the outage, four are the Tuesday after Easter
    story.reaches(back);
    expect(sends(story)).toEqual([]);
    story.now = story.reminders[0]?.at ?? '';
    expect(berlinDay(story.now)).toBe('2027-03-30');
    expect(sends(story)).toEqual(['-4w']);
    const ahead = story.reminders.filter((item) => item.rule === rule);
    expect(ahead.map(({ rung }) => rung)).toEqual(['-2w']);
  });

  it('raises no flag of a paper’s nearing end when the end is over', () => {
    const story = withPaper('2027-03-23');
    story.reaches('2027-02-22T09:00:00.000Z');
    const graver = story.reaches(back).filter(({ type }) => type === 'FlagRaised');
    expect(graver.map(({ status }) => status)).toContainEqual({ rule: 'document_expired' });
    expect(graver.map(({ status }) => status)).not.toContainEqual({ rule: 'document_expiring_unhandled' });
  });

  it('queues no notice of a flag that has grown graver meanwhile', () => {
    const story = withPaper('2027-04-03');
    story.reaches('2027-03-06T09:00:00.000Z'); // a Saturday: what is raised is to be told on Monday
    const flag = paperFlag(story);
    expect(raised(story)).toContain('document_expiring_unhandled 2');
    expect(noticesAbout(story.reaches(back), flag)).toEqual([]);
    expect(raised(story)).toContain('document_expiring_unhandled 3');
  });
});

describe('a journey that is reopened after the half year behind its placement', () => {
  it('is in follow-up at once: no flag is raised by what counted before', () => {
    const story = reachable(now);
    const { today } = story;
    for (const act of [eligible(today), assessed(today), planAgreed(today, '2027-12-31')]) story.does(act);
    story.does(reach('job_started', today));
    story.does({ type: 'CloseJourney', on: today, reason: 'moved_away' });
    story.now = '2027-05-27T09:00:00.000Z';
    const talk = { type: 'RecordContact', channel: 'phone', direction: 'in', reached: true } as const;
    story.does({ ...talk, on: '2027-04-08' }); // 49 days ago: too long before, not in follow-up
    const events = story.does({ type: 'ReopenJourney', on: story.today });
    expect(phase(story)).toBe('follow_up');
    expect(
      events.filter(({ type, case: own }) => type === 'FlagRaised' && own).map(({ case: own }) => own),
    ).toEqual([{ rule: 'plan_overdue' }]);
  });
});

describe('a participant', () => {
  it('gets one mail a day: what a click causes after it goes out on the next', () => {
    const story = withPaper('2027-01-18');
    story.now = story.reminders[0]?.at ?? '';
    expect(sends(story)).toEqual(['-8w']);
    const corrects = story.state.plain.documents[0]?.id ?? '';
    story.now = '2026-11-23T12:00:00.000Z';
    story.does({ type: 'RecordDocument', paper: paperAgain('2027-01-11'), corrects });
    expect(story.reminders.map(({ rung, at }) => `${rung} ${berlinDay(at)}`)[0]).toBe('-8w 2026-11-24');
  });

  it('is told the newest of the rungs that the week has held back', () => {
    const story = withPaper('2027-01-18');
    const corrects = story.state.plain.documents[0]?.id ?? '';
    for (const [at, until] of [
      ['2026-11-24T12:00:00.000Z', '2027-01-11'],
      ['2026-11-25T12:00:00.000Z', '2026-12-11'], // four weeks before it have passed, two are on Friday
    ] as const) {
      story.now = story.reminders[0]?.at ?? '';
      expect(sends(story)).toHaveLength(1);
      story.now = at;
      story.does({ type: 'RecordDocument', paper: paperAgain(until), corrects });
    }
    const held = story.reminders.filter((item) => item.rule === rule);
    expect(held.map(({ rung, at }) => `${rung} ${berlinDay(at)}`)).toEqual(['-2w 2026-11-30']);
  });
});

const paperAgain = (validUntil: string) => ({
  kind: 'toleration_60a',
  validUntil,
  employmentNote: 'unknown',
});

describe('staff of somebody who takes consent to case work back and gives it again', () => {
  it('are told once, on the next working morning, of the rungs that passed meanwhile', () => {
    const story = withPaper('2027-02-20');
    story.does({ type: 'WithdrawConsent', on: story.today });
    story.now = '2027-01-29T09:00:00.000Z'; // a Friday; eight, six and four weeks before the day have passed
    const about = story.deadlines.find((each) => each.rule === rule)?.id;
    expect(noticesAbout(story.does(consent(story.today)), about)).toEqual([]);
    expect(toldNext(story).slice(0, 2)).toEqual(['-4w 2027-02-01', '-2w 2027-02-05']);
  });
});

describe('of rungs that have passed staff are told the newest', () => {
  it('which is not the morning after the day, where more have passed since', () => {
    const story = reachable(now);
    const { today } = story;
    for (const act of [eligible(today), assessed(today), planAgreed(today, '2026-12-07')]) story.does(act);
    story.does({ type: 'PauseJourney', on: today, reason: 'away' });
    story.reaches('2026-12-23T09:00:00.000Z');
    story.does({ type: 'ResumeJourney', on: story.today });
    const review = itemsOf(story).filter(
      ({ rule, to }) => rule === 'participation_plan_review' && to === 'coach',
    );
    expect(review.map(({ rung }) => rung)).toEqual(['+2w']);
  });

  it('as long as a proven request keeps the deadline open: it was never missed', () => {
    const story = withPaper('2027-01-20');
    story.does({ type: 'RequestRenewal', on: story.today, proof: 'receipt_seen' });
    story.does({ type: 'WithdrawConsent', on: story.today });
    story.reaches('2027-01-29T09:00:00.000Z');
    story.does(consent(story.today));
    expect(toldNext(story)).toContain('0d 2027-02-01');
  });
});

describe('a correction of a paper’s day', () => {
  it('has the coach reminded of the request a week after it, not at once', () => {
    const story = withPaper('2027-06-30');
    story.does({ type: 'RequestRenewal', on: story.today, proof: 'receipt_seen' });
    story.reaches('2026-12-08T09:00:00.000Z');
    const corrects = story.state.plain.documents[0]?.id ?? '';
    story.does({ type: 'RecordDocument', paper: paperAgain('2027-06-29'), corrects });
    expect(toldNext(story)[0]).toBe('renewed-1 2026-12-15');
  });

  it('takes no birthday away that was missed while the paper’s kind was known', () => {
    const story = reachable(now);
    story.does({ type: 'ChangeParticipant', person: { bornOn: '2000-01-11' }, contact: {} });
    story.does(paperOf('toleration_60a', '2027-06-30'));
    story.reaches('2027-01-15T09:00:00.000Z');
    const corrects = story.state.plain.documents[0]?.id ?? '';
    story.does({ type: 'RecordDocument', paper: paperAgain('2027-07-30'), corrects });
    const birthday = story.deadlines.find((each) => each.rule === 'section25a_last_application_day');
    expect(birthday?.state).toBe('missed');
  });
});
