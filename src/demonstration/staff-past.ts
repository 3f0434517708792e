import { namedId } from '../named-id.js';
import { later } from '../../domain/deadlines/windows.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import { schemaVersion } from '../../domain/journey/handle.js';
import { claimStaffMail } from '../../domain/staff-mail/claim.js';
import type { RecordedStaffMailEvent, StaffMailEvent } from '../../domain/staff-mail/events.js';
import { settleStaffMail } from '../../domain/staff-mail/settle.js';
import { evolveStaffMails, noStaffMails } from '../../domain/staff-mail/state.js';
import type { Instant } from '../../domain/time.js';
import type { ToldNotice } from './lives/notices-told.js';

/** How long a mail is under way, in seconds. */
const underWay = 2;

/**
 * The mails to one account in the past: what it was told of, in the mails in which that would have left, each recorded
 * as sent though none went out.
 */
export function staffPast(
  account: string,
  told: readonly ToldNotice[],
  windows: PlanContext,
): RecordedStaffMailEvent[] {
  const state = noStaffMails();
  const events: RecordedStaffMailEvent[] = [];
  const record = (proposed: StaffMailEvent[], at: Instant): void => {
    for (const event of proposed) {
      const recorded = recordedAt(event, account, state.version + 1, at);
      evolveStaffMails(state, recorded);
      events.push(recorded);
    }
  };
  for (const [at, notices] of byInstant(told)) {
    const kind = notices.some((notice) => notice.kind === 'morning') ? 'morning' : 'at_once';
    const standing = notices.map(({ key, queuedAt }) => ({ key, queuedAt, urgent: kind === 'at_once' }));
    const context = { account, windows, keyOf: windows.keyOf };
    record(claimStaffMail(state, kind, standing, { ...context, now: at }), at);
    const claimed = events.at(-1);
    if (claimed?.type !== 'StaffMailSending') continue;
    const { mail, attempt } = claimed.plain;
    const now = later(at, underWay);
    const outcome = { state: 'sent', why: 'demonstration' } as const;
    record(settleStaffMail(state, { mail, attempt, outcome }, { ...context, now }), now);
  }
  return events;
}

/** What left in one instant, the earliest first; a mail that leaves while another is under way waits for it. */
function byInstant(told: readonly ToldNotice[]): [Instant, ToldNotice[]][] {
  const groups = new Map<Instant, ToldNotice[]>();
  for (const notice of told) groups.set(notice.at, [...(groups.get(notice.at) ?? []), notice]);
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  let free: Instant = '';
  return sorted.map(([at, notices]) => {
    const leaves = at > free ? at : free;
    free = later(leaves, underWay);
    return [leaves, notices];
  });
}

function recordedAt(
  event: StaffMailEvent,
  account: string,
  version: number,
  at: Instant,
): RecordedStaffMailEvent {
  const commandId = namedId(`demonstration|${version}`, account);
  return {
    ...event,
    id: namedId(`event|${version}`, account),
    version,
    schemaVersion,
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: { kind: 'engine', id: 'engine' },
    occurredAt: at,
    recordedAt: at,
  };
}
