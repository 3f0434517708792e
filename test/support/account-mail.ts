import { calendar } from '../../domain/deadlines/dates.js';
import { nextOfficeInstant } from '../../domain/deadlines/staff-hours.js';
import type { Windows } from '../../domain/deadlines/windows.js';
import { claimStaffMail, type StaffMailWish, type StandingNotice } from '../../domain/staff-mail/claim.js';
import type { RecordedStaffMailEvent, StaffMailEvent } from '../../domain/staff-mail/events.js';
import { settleStaffMail, type SettleStaffMail } from '../../domain/staff-mail/settle.js';
import { againAt, evolveStaffMails, noStaffMails, type StaffMail } from '../../domain/staff-mail/state.js';
import type { Day, Instant } from '../../domain/time.js';

export const windows: Windows = { calendar: calendar('NRW'), quietHours: true };

const account = '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c33';
const keyOf = (name: string): string => `key of ${name}`;

/** One account's mails in memory: decisions as they are made, only nothing is stored. */
export class AccountMail {
  readonly state = noStaffMails();
  standing: StandingNotice[] = [];

  constructor(
    public now: Instant,
    readonly settings: Windows = windows,
  ) {}

  /** Something becomes due to this account now. */
  queue(key: string, { urgent = false } = {}): void {
    this.standing.push({ key, urgent, queuedAt: this.now });
  }

  /** The reason of a notice goes away. */
  goes(key: string): void {
    this.standing = this.standing.filter((notice) => notice.key !== key);
  }

  wishes(wish: StaffMailWish): StaffMailEvent[] {
    const context = { account, now: this.now, windows: this.settings, keyOf };
    return this.record(claimStaffMail(this.state, wish, this.standing, context));
  }

  /** The outcome of the mail that is under way, or of an earlier try of it. */
  settles(outcome: SettleStaffMail['outcome'], attempt = this.underWay?.attempt ?? 0): StaffMailEvent[] {
    const mail = this.underWay?.key ?? 'none';
    const context = { account, now: this.now, windows: this.settings };
    return this.record(settleStaffMail(this.state, { mail, attempt, outcome }, context));
  }

  get underWay(): StaffMail | undefined {
    return Object.values(this.state.mails).findLast(({ state }) => state === 'sending');
  }

  /** When the mail without an outcome is looked at again. */
  nextTry(): Instant {
    const at = this.underWay && againAt(this.underWay);
    return nextOfficeInstant(at ?? this.now, this.settings);
  }

  /** The key of a morning's mail. */
  key = (day: Day): string => keyOf(`staff-mail|${account}|${day}`);

  private record(events: StaffMailEvent[]): StaffMailEvent[] {
    for (const event of events) {
      const version = this.state.version + 1;
      evolveStaffMails(this.state, {
        ...event,
        id: `event ${version}`,
        version,
        recordedAt: this.now,
      } as RecordedStaffMailEvent);
    }
    return events;
  }
}
