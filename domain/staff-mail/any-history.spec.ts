import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AccountMail } from '../../test/support/account-mail.js';
import { isOfficeHour, nextOfficeInstant } from '../deadlines/staff-hours.js';
import { later } from '../deadlines/windows.js';
import type { StaffMailWish } from './claim.js';
import { againAt } from './state.js';

type Outcome = 'sent' | 'away' | 'refused' | 'dies before' | 'dies after';
type Act =
  | { does: 'queue'; urgent: boolean }
  | { does: 'lose'; nth: number }
  | { does: 'wait'; minutes: number }
  | { does: 'look'; outcomes: Outcome[] };

const outcome = fc.constantFrom<Outcome>(
  'sent',
  'sent',
  'sent',
  'away',
  'refused',
  'dies before',
  'dies after',
);
const act = fc.oneof(
  fc.record({ does: fc.constant('queue' as const), urgent: fc.boolean() }),
  fc.record({ does: fc.constant('lose' as const), nth: fc.nat(20) }),
  fc.record({ does: fc.constant('wait' as const), minutes: fc.oneof(fc.nat(20), fc.nat(3000)) }),
  fc.record({
    does: fc.constant('look' as const),
    outcomes: fc.array(outcome, { minLength: 8, maxLength: 8 }),
  }),
);

/** What reached the addressee. */
interface Delivered {
  mail: string;
  notices: string[];
  at: string;
  attempt: number;
}

/** Lives through acts, and keeps what an SMTP server would have seen. */
class History {
  readonly account = new AccountMail('2026-12-17T05:00:00.000Z');
  readonly delivered: Delivered[] = [];
  readonly lost = new Set<string>();
  readonly deaths = new Set<string>();
  readonly refused = new Set<string>();
  private count = 0;

  does(act: Act): void {
    const { account } = this;
    if (act.does === 'queue') account.queue(`notice ${(this.count += 1)}`, act);
    else if (act.does === 'wait') account.now = later(account.now, act.minutes * 60);
    else if (act.does === 'look') this.look([...act.outcomes]);
    else {
      const key = account.standing[act.nth % Math.max(1, account.standing.length)]?.key;
      if (key === undefined) return;
      this.lost.add(key);
      account.goes(key);
    }
  }

  look(outcomes: Outcome[]): void {
    for (const wish of ['morning', 'again', 'at_once'] satisfies StaffMailWish[]) {
      for (const event of this.account.wishes(wish)) {
        if (event.type === 'StaffMailSending') this.send(event.plain, outcomes.shift() ?? 'sent');
      }
    }
  }

  private send({ mail, notices, attempt }: Omit<Delivered, 'at'>, outcome: Outcome): void {
    const { account, delivered } = this;
    for (const key of notices) expect(this.lost).not.toContain(key);
    if (outcome === 'sent' || outcome === 'dies after')
      delivered.push({ mail, notices, attempt, at: account.now });
    if (outcome.startsWith('dies')) this.deaths.add(mail);
    if (outcome === 'refused') for (const key of notices) this.refused.add(key);
    const answers = {
      sent: { state: 'sent' },
      away: { state: 'deferred', why: 'smtp_451' },
      refused: { state: 'failed', why: 'smtp_550' },
    } as const;
    if (outcome in answers) account.settles(answers[outcome as keyof typeof answers]);
  }

  /** SMTP works, nobody dies, nothing new comes up: so it goes on until everything is settled. */
  rest(): void {
    const { account } = this;
    for (let looks = 0; looks < 40; looks += 1) {
      this.look([]);
      const again = Object.values(account.state.mails).flatMap((mail) => againAt(mail) ?? []);
      const next = again.sort()[0] ?? later(account.now, 24 * 3600);
      account.now = nextOfficeInstant(next > account.now ? next : account.now, account.settings);
    }
  }
}

const histories = fc.array(act, { minLength: 5, maxLength: 60 });
const runs = { seed: 20261123, numRuns: 400 };

describe('after any history of an account', () => {
  it('everything that stands is told, only in office hours, and again only under the same Message-ID', () => {
    fc.assert(
      fc.property(histories, (acts) => {
        const history = new History();
        for (const each of acts) history.does(each);
        history.rest();
        const { account, delivered, refused } = history;
        const told = delivered.flatMap(({ notices }) => notices);
        const untold = account.standing.filter(({ key }) => !told.includes(key) && !refused.has(key));
        expect(untold).toEqual([]);
        for (const { at } of delivered) expect(isOfficeHour(at, account.settings)).toBe(true);
        for (const { key } of account.standing) {
          const mails = delivered.filter(({ notices }) => notices.includes(key)).map(({ mail }) => mail);
          expect(new Set(mails).size).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  it('a working morning has one mail, which leaves twice only where somebody died', () => {
    fc.assert(
      fc.property(histories, (acts) => {
        const history = new History();
        for (const each of acts) history.does(each);
        history.rest();
        const mornings = Object.values(history.account.state.mails).filter(({ kind }) => kind === 'morning');
        expect(new Set(mornings.map(({ day }) => day)).size).toBe(mornings.length);
        const mails = history.delivered.map(({ mail }) => mail);
        const repeated = mails.filter((mail, index) => mails.indexOf(mail) < index);
        expect(repeated.filter((mail) => !history.deaths.has(mail))).toEqual([]);
      }),
      runs,
    );
  });
});
