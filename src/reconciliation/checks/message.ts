import { itemsIn } from '../../../domain/deadlines/agenda.js';
import { nextOfficeInstant } from '../../../domain/deadlines/staff-hours.js';
import { settleAfterSeconds } from '../../../domain/deadlines/still-to-do.js';
import { later } from '../../../domain/deadlines/windows.js';
import type { RecordedEvent } from '../../../domain/journey/events.js';
import { agendaOf } from '../../../domain/journey/state.js';
import type { RecordedStaffMailEvent } from '../../../domain/staff-mail/events.js';
import { againAt, evolveStaffMails, noStaffMails } from '../../../domain/staff-mail/state.js';
import type { RebuiltJourney } from '../../journeys/rebuild-journey.js';
import type { CheckContext } from '../opened-stream.js';
import type { Check } from './check.js';
import { patienceSeconds } from './overdue.js';

/**
 * Each mail that left was claimed before and has one outcome: none is sent twice, none is claimed again after it was
 * sent, no outcome is there without a claim, and no claim is forgotten.
 */
export const message: Check = ({ id, journey, mails }, context) => {
  const wrong = journey
    ? [...outOfOrder(journey.events.flatMap(stepOf)), ...forgotten(journey, context)]
    : mails
      ? [...outOfOrder(mails.map(stepOfStaff)), ...forgottenByStaff(mails, context)]
      : [];
  return [...new Set(wrong)].map((detail) => ({ subject: id, detail, remedy: null }));
};

/** What happened to a mail, and to whatever it carries. */
interface Step {
  mail: string;
  version: number;
  kind: 'claimed' | 'sent' | 'failed';
  carried: readonly string[];
}

function stepOf(event: RecordedEvent): Step[] {
  const { version } = event;
  switch (event.type) {
    case 'MessageSending': {
      const { key, with: others = [] } = event.plain;
      return [{ mail: key, version, kind: 'claimed', carried: [key, ...others] }];
    }
    case 'MessageSent':
    case 'MessageFailed':
      return [{ mail: event.plain.key, version, kind: kindOf[event.type], carried: [] }];
    default:
      return []; // a message may be put off or given up without a claim
  }
}

const kindOf = { MessageSent: 'sent', MessageFailed: 'failed' } as const;

function stepOfStaff(event: RecordedStaffMailEvent): Step {
  const { mail } = event.plain;
  const { version } = event;
  if (event.type === 'StaffMailSending')
    return { mail, version, kind: 'claimed', carried: event.plain.notices };
  const kind = event.type === 'StaffMailSent' ? 'sent' : 'failed';
  return { mail, version, kind, carried: [] };
}

/** Where the order of claim and outcome is broken, by the version of the event. */
function outOfOrder(steps: readonly Step[]): string[] {
  const carriedBy = new Map<string, readonly string[]>();
  const sent = new Set<string>();
  return steps.flatMap(({ mail, version, kind, carried }): string[] => {
    if (kind === 'claimed') {
      carriedBy.set(mail, carried);
      return sent.has(mail) || carried.some((key) => sent.has(key))
        ? [`event ${version} claims what was sent`]
        : [];
    }
    const claimed = carriedBy.get(mail);
    if (!claimed) return [`event ${version} is an outcome without a claim`];
    if (kind === 'failed') return [];
    const isAgain = sent.has(mail);
    for (const key of [mail, ...claimed]) sent.add(key);
    return isAgain ? [`event ${version} sends again`] : [];
  });
}

/** A claim without an outcome is on the agenda: to be sent again, or to be given up. */
function forgotten({ state }: RebuiltJourney, { now }: CheckContext): string[] {
  const ahead = itemsIn(agendaOf(state)).filter(({ at }) => at >= later(now, -patienceSeconds));
  const names = new Set(ahead.flatMap(({ key, act, rung }) => (act === 'give_up' ? [key, rung] : [key])));
  return Object.entries(state.plain.messages)
    .filter(
      ([key, { state: reached, mail, since }]) => reached === 'sending' && mail === key && isOld(since, now),
    )
    .filter(([key]) => !names.has(key))
    .map(([key]) => `message ${key} claimed without an outcome`);
}

const isOld = (since: string, now: string): boolean =>
  later(since, settleAfterSeconds + patienceSeconds) < now;

function forgottenByStaff(
  mails: readonly RecordedStaffMailEvent[],
  { programmes, now }: CheckContext,
): string[] {
  const windows = programmes.planning(programmes.current.key);
  return Object.values(mails.reduce(evolveStaffMails, noStaffMails()).mails)
    .filter((mail) => {
      const again = againAt(mail);
      return again !== undefined && later(nextOfficeInstant(again, windows), patienceSeconds) < now;
    })
    .map(({ key }) => `mail ${key} claimed without an outcome`);
}
