import { describe, expect, it } from '@jest/globals';
import { planningWith } from '../../test/support/planning.js';
import { reachable, Story } from '../../test/support/story.js';
import { assessed, contract, eligible, paperOf } from '../../test/support/histories.js';
import { consent, opening, planAgreed } from '../../test/support/wishes.js';
import type { AgendaItem } from '../deadlines/agenda.js';
import { berlinDay } from '../deadlines/berlin.js';
import type { Day } from '../time.js';
import { mailsDue } from './mails-due.js';
import { schedule } from './schedule.js';

const now = '2026-11-23T07:30:00.000Z';
const windows = planningWith();

/** A rung on a day at nine, of a deadline of its own unless another one is named. */
const rung = (day: Day, key: string, deadline = key): AgendaItem => ({
  key,
  act: 'remind',
  deadline,
  rule: 'residence_document_expiry',
  rung: '-4w',
  to: 'participant',
  at: `${day}T08:10:00.000Z`,
});
const shown = (items: AgendaItem[]): string[] =>
  items.map(({ key, at, held }) => `${key} ${berlinDay(at)}${held ? ` ${held}` : ''}`).sort();

describe('the participant’s messages', () => {
  const { state } = reachable(now);

  it('of one day go out at one instant', () => {
    const [one, other] = schedule(
      [rung('2026-12-01', 'a'), { ...rung('2026-12-01', 'b'), at: '2026-12-01T10:00:00.000Z' }],
      state,
      windows,
    );
    expect(one?.at).toBe('2026-12-01T10:00:00.000Z');
    expect(other?.at).toBe('2026-12-01T10:00:00.000Z');
  });

  it('are no third mail within seven days: it is held, and joins what goes out on its free day', () => {
    const wanted = [
      rung('2026-12-01', 'a'),
      rung('2026-12-02', 'b'),
      rung('2026-12-03', 'c'),
      rung('2026-12-04', 'd'),
      rung('2026-12-08', 'e'),
    ];
    expect(shown(schedule(wanted, state, windows))).toEqual([
      'a 2026-12-01',
      'b 2026-12-02',
      'c 2026-12-08 weekly_limit',
      'd 2026-12-08 weekly_limit',
      'e 2026-12-08',
    ]);
  });

  it('that are held keep away from Sundays and holidays', () => {
    const wanted = [rung('2026-12-18', 'a'), rung('2026-12-19', 'b'), rung('2026-12-21', 'c')];
    expect(shown(schedule(wanted, state, windows))).toEqual([
      'a 2026-12-18',
      'b 2026-12-19',
      'c 2026-12-28 weekly_limit',
    ]);
  });

  it('that have left count, and what is being sent too', () => {
    const story = reachable(now);
    story.does(paperOf('toleration_60a', story.day(40)));
    story.now = story.reminders[0]?.at ?? '';
    story.does({ type: 'ClaimMessage', ...(mailsDue(story.state, story.now)[0] ?? { key: '', with: [] }) });
    const planned = schedule([rung('2026-11-24', 'a'), rung('2026-11-25', 'b')], story.state, windows);
    expect(shown(planned)).toEqual(['a 2026-11-24', 'b 2026-11-30 weekly_limit']);
  });
});

describe('the mails that are due', () => {
  /** A journey with a paper, a contract and a birthday that all ask for a message. */
  function busy(): Story {
    const story = new Story(now);
    const { person, ...entry } = opening(story.today);
    story.does({ ...entry, person: { ...person, bornOn: '2000-02-22' } });
    story.does(consent(story.today));
    const { today } = story;
    for (const act of [eligible(today), assessed(today), planAgreed(today, story.day(90))]) story.does(act);
    story.does(contract(today, story.day(30)));
    story.does(paperOf('toleration_60a', story.day(35), 'allowed'));
    return story;
  }

  it('are one where several deadlines ask at once, and every one of its messages is sent with it', () => {
    const story = busy();
    story.now = story.reminders[0]?.at ?? '';
    const mails = mailsDue(story.state, story.now);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.with.length).toBeGreaterThan(1);
    story.does({ type: 'ClaimMessage', ...(mail ?? { key: '', with: [] }) });
    story.does({ type: 'SettleMessage', key: mail?.key ?? '', attempt: 1, outcome: { state: 'sent' } });
    const acts = [mail?.key, ...(mail?.with ?? [])].map((key) => story.state.plain.messages[key ?? '']);
    expect(new Set(acts.map((act) => `${act?.state} ${act?.mail}`))).toEqual(new Set([`sent ${mail?.key}`]));
    expect(mailsDue(story.state, story.now)).toEqual([]);
  });

  it('come again as they were after a claim without an outcome, less what is no longer true', () => {
    const story = busy();
    story.now = story.reminders[0]?.at ?? '';
    const [mail] = mailsDue(story.state, story.now);
    if (!mail) throw new Error('No mail');
    story.does({ type: 'ClaimMessage', ...mail });
    story.now = new Date(Date.parse(story.now) + 6 * 60_000).toISOString();
    expect(mailsDue(story.state, story.now)).toEqual([mail]);
    story.does(paperOf('toleration_60a', story.day(300), 'allowed'));
    const [again] = mailsDue(story.state, story.now);
    expect([again?.key, ...(again?.with ?? [])].length).toBe(mail.with.length);
  });

  it('are not claimed by who has seen another state', () => {
    const story = busy();
    story.now = story.reminders[0]?.at ?? '';
    const [mail] = mailsDue(story.state, story.now);
    expect(story.does({ type: 'ClaimMessage', key: mail?.key ?? '', with: [] })).toEqual([]);
  });

  it('that were claimed and have lost their reason count as failed after an hour, and are not sent again', () => {
    const story = reachable(now);
    story.does(paperOf('toleration_60a', story.day(40)));
    story.now = story.reminders[0]?.at ?? '';
    const [mail] = mailsDue(story.state, story.now);
    story.does({ type: 'ClaimMessage', ...(mail ?? { key: '', with: [] }) });
    story.does(paperOf('toleration_60a', story.day(300)));
    expect(mailsDue(story.state, '2027-01-01T12:00:00.000Z').map(({ key }) => key)).not.toContain(mail?.key);
    story.reaches(new Date(Date.parse(story.now) + 61 * 60_000).toISOString());
    expect(story.state.plain.messages[mail?.key ?? '']).toMatchObject({ state: 'failed', why: 'no_outcome' });
  });
});
