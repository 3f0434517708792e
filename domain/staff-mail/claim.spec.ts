import { describe, expect, it } from '@jest/globals';
import { AccountMail, windows } from '../../test/support/account-mail.js';
import { maximumAttempts } from '../journey/commands/send-message.js';

/** A Monday, Berlin time being UTC + 1. */
const morning = '2026-11-23T06:30:00.000Z';
const early = '2026-11-23T04:12:00.000Z';
const noon = '2026-11-23T11:00:00.000Z';
const sent = { state: 'sent' } as const;
const away = { state: 'deferred', why: 'smtp_unreachable' } as const;

const accountAt = (now: string): AccountMail => new AccountMail(now);

describe('the mail of a working morning', () => {
  it('takes everything that was queued before it, once, under a key of account and day', () => {
    const mara = accountAt(early);
    mara.queue('a');
    mara.queue('b', { urgent: true });
    mara.now = morning;
    const [claim] = mara.wishes('morning');
    expect(claim).toMatchObject({
      type: 'StaffMailSending',
      plain: { kind: 'morning', day: '2026-11-23', notices: ['a', 'b'], attempt: 1 },
    });
    mara.settles(sent);
    mara.queue('c');
    expect(mara.wishes('morning')).toEqual([]);
    expect(mara.state.mails[mara.key('2026-11-23')]).toMatchObject({ state: 'sent' });
  });

  it('leaves what was queued after its hour to the next one', () => {
    const mara = accountAt('2026-11-23T06:30:00.001Z');
    mara.queue('late');
    mara.now = noon;
    expect(mara.wishes('morning')).toEqual([]);
    mara.now = '2026-11-24T06:30:00.000Z';
    expect(mara.wishes('morning')).toMatchObject([{ plain: { day: '2026-11-24', notices: ['late'] } }]);
  });

  it('is sent late where nobody could send it, and not at night', () => {
    const mara = accountAt(early);
    mara.queue('a');
    mara.now = '2026-11-23T20:00:00.000Z';
    expect(mara.wishes('morning')).toEqual([]);
    mara.now = '2026-11-23T16:59:59.000Z';
    expect(mara.wishes('morning')).toHaveLength(1);
  });

  it.each([
    ['a Sunday', '2026-11-22T09:00:00.000Z'],
    ['a holiday', '2027-01-01T09:00:00.000Z'],
    ['a day over the years', '2026-12-28T09:00:00.000Z'],
  ])('does not go on %s', (_, now) => {
    const mara = accountAt('2026-11-20T04:00:00.000Z');
    mara.queue('a', { urgent: true });
    mara.now = now;
    for (const wish of ['morning', 'at_once', 'again'] as const) expect(mara.wishes(wish)).toEqual([]);
  });

  it('takes along what an earlier mail could not deliver, under its own key', () => {
    const mara = accountAt(early);
    mara.queue('a');
    mara.now = '2026-11-23T16:40:00.000Z';
    mara.wishes('morning');
    for (const at of ['16:41', '16:43', '16:47', '16:55']) {
      mara.settles(away);
      mara.now = `2026-11-23T${at}:00.000Z`;
      expect(mara.wishes('again')).toHaveLength(1);
    }
    mara.settles(away);
    const old = mara.key('2026-11-23');
    expect(mara.state.mails[old]).toMatchObject({ state: 'deferred', until: '2026-11-24T06:30:00.000Z' });
    mara.now = '2026-11-24T04:30:00.000Z';
    mara.queue('b');
    mara.now = '2026-11-24T06:30:00.000Z';
    expect(mara.wishes('morning')).toMatchObject([
      { type: 'StaffMailSuppressed', plain: { mail: old, why: 'overtaken' } },
      { type: 'StaffMailSending', plain: { mail: mara.key('2026-11-24'), notices: ['a', 'b'] } },
    ]);
    mara.settles(sent);
    expect(mara.wishes('again')).toEqual([]);
  });
});

describe('what is grave', () => {
  it('goes at once within office hours, merged, in a mail of its own', () => {
    const mara = accountAt(noon);
    mara.queue('grave', { urgent: true });
    mara.queue('other grave', { urgent: true });
    mara.queue('usual');
    const [claim, ...more] = mara.wishes('at_once');
    expect(more).toEqual([]);
    expect(claim).toMatchObject({ plain: { kind: 'at_once', notices: ['grave', 'other grave'] } });
    mara.settles(sent);
    mara.queue('third', { urgent: true });
    const [next] = mara.wishes('at_once');
    expect(next?.plain.mail).not.toBe(claim?.plain.mail);
    expect(next).toMatchObject({ plain: { notices: ['third'] } });
  });

  it('has a key of account and notices, in whatever order they came up', () => {
    const keyOf = (...notices: string[]): string | undefined => {
      const mara = accountAt(noon);
      for (const notice of notices) mara.queue(notice, { urgent: true });
      return mara.wishes('at_once')[0]?.plain.mail;
    };
    expect(keyOf('a', 'b')).toBe(keyOf('b', 'a'));
    expect(keyOf('a', 'b')).not.toBe(keyOf('a'));
  });

  it('goes with the next morning’s mail outside of office hours', () => {
    const mara = accountAt('2026-11-23T20:00:00.000Z');
    mara.queue('grave', { urgent: true });
    expect(mara.wishes('at_once')).toEqual([]);
    mara.now = '2026-11-24T06:30:00.000Z';
    expect(mara.wishes('morning')).toMatchObject([{ plain: { notices: ['grave'] } }]);
    expect(mara.wishes('at_once')).toEqual([]);
  });

  it('is everything where there are no quiet hours, at any hour, and no morning is waited for', () => {
    const mara = new AccountMail('2026-11-22T02:00:00.000Z', { ...windows, quietHours: false });
    mara.queue('a');
    mara.queue('b', { urgent: true });
    expect(mara.wishes('morning')).toEqual([]);
    expect(mara.wishes('at_once')).toMatchObject([{ plain: { notices: ['a', 'b'] } }]);
  });
});

describe('a claim', () => {
  const claimed = (): AccountMail => {
    const mara = accountAt(early);
    mara.queue('a');
    mara.queue('b');
    mara.now = morning;
    mara.wishes('morning');
    return mara;
  };

  it('without an outcome is made again after five minutes, with the same key and the same notices', () => {
    const mara = claimed();
    mara.now = '2026-11-23T06:34:59.999Z';
    expect(mara.wishes('again')).toEqual([]);
    mara.now = '2026-11-23T06:35:00.000Z';
    expect(mara.wishes('again')).toMatchObject([
      { plain: { mail: mara.key('2026-11-23'), notices: ['a', 'b'], attempt: 2 } },
    ]);
  });

  it('leaves out what is no longer true, and ends where nothing is left', () => {
    const mara = claimed();
    mara.settles(away);
    mara.goes('a');
    mara.now = '2026-11-23T06:40:00.000Z';
    expect(mara.wishes('again')).toMatchObject([{ plain: { notices: ['b'] } }]);
    mara.settles(away);
    mara.goes('b');
    mara.now = '2026-11-23T07:00:00.000Z';
    expect(mara.wishes('again')).toMatchObject([
      { type: 'StaffMailSuppressed', plain: { why: 'no_longer_due' } },
    ]);
  });

  it('waits longer each time, up to an hour, and has failed after as many tries as a message gets', () => {
    const mara = claimed();
    const waits: number[] = [];
    for (let tries = 0; tries < maximumAttempts - 1; tries += 1) {
      const [deferred] = mara.settles(away);
      const until = deferred?.type === 'StaffMailDeferred' ? deferred.plain.until : '';
      waits.push(Math.round((Date.parse(until) - Date.parse(mara.now)) / 60_000));
      mara.now = until;
      expect(mara.wishes('again')).toHaveLength(1);
    }
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(mara.settles(away)).toMatchObject([
      { type: 'StaffMailFailed', plain: { why: 'smtp_unreachable' } },
    ]);
    expect(mara.wishes('again')).toEqual([]);
  });

  it('is given up when whoever carries it out dies of it each time', () => {
    const mara = claimed();
    for (let tries = 1; tries < maximumAttempts; tries += 1) {
      mara.now = mara.nextTry();
      expect(mara.wishes('again')).toMatchObject([{ plain: { attempt: tries + 1 } }]);
    }
    mara.now = mara.nextTry();
    expect(mara.wishes('again')).toMatchObject([{ type: 'StaffMailFailed', plain: { why: 'no_outcome' } }]);
  });

  it('that was refused for good is not made again; its notices are told by the next morning’s', () => {
    const mara = claimed();
    const [old] = Object.values(mara.state.mails);
    expect(mara.settles({ state: 'failed', why: 'smtp_550' })).toMatchObject([{ type: 'StaffMailFailed' }]);
    for (const wish of ['morning', 'at_once', 'again'] as const) expect(mara.wishes(wish)).toEqual([]);
    mara.now = '2026-11-24T06:30:00.000Z';
    for (const wish of ['at_once', 'again'] as const) expect(mara.wishes(wish)).toEqual([]);
    expect(mara.wishes('morning')).toMatchObject([
      { type: 'StaffMailSending', plain: { mail: mara.key('2026-11-24'), notices: old?.notices } },
    ]);
    mara.settles(sent);
    mara.now = '2026-11-25T06:30:00.000Z';
    expect(mara.wishes('morning')).toEqual([]);
  });

  it('takes a late outcome only where the mail has left', () => {
    const mara = claimed();
    mara.now = '2026-11-23T06:35:00.000Z';
    mara.wishes('again');
    expect(mara.settles(away, 1)).toEqual([]);
    expect(mara.settles(sent, 1)).toMatchObject([{ type: 'StaffMailSent' }]);
    expect(mara.settles(sent, 2)).toEqual([]);
  });
});
