import { describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { mailsDue } from '../../domain/messages/mails-due.js';
import { assessed, eligible, paperOf, raised } from '../support/histories.js';
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

const paperAgain = (validUntil: string) => ({
  kind: 'toleration_60a',
  validUntil,
  employmentNote: 'unknown',
});

describe('an outage of three weeks that ends on a Sunday evening', () => {
  const back = '2027-03-28T19:00:00.000Z';

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

describe('a correction of a paper’s day', () => {
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
