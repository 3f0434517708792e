import type { Instant } from '../time.js';
import type { Purpose } from './events.js';
import { milestonesOf, type StandingMilestone } from './facts.js';
import { Refusal, type Missing } from './refusal.js';
import type { JourneyState } from './state.js';

/** The instant at which consent to a purpose was recorded, or `undefined` where there is none or it was withdrawn. */
export const consentSince = (state: JourneyState, purpose: Purpose): Instant | undefined =>
  standingConsent(state, purpose)?.recordedAt;

function standingConsent(state: JourneyState, purpose: Purpose): StandingMilestone | undefined {
  const withdrawn = withdrawnAt(state, purpose);
  return milestonesOf(state, 'consent_given')
    .filter(({ data }) => Array.isArray(data['purposes']) && data['purposes'].includes(purpose))
    .find(({ recordedAt }) => withdrawn === undefined || recordedAt > withdrawn);
}

/** Whether consent to a purpose was withdrawn and not given again. */
export const consentWasWithdrawn = (state: JourneyState, purpose: Purpose): boolean =>
  withdrawnAt(state, purpose) !== undefined && consentSince(state, purpose) === undefined;

/** Since when somebody is accompanied again who had taken consent to that back; `undefined` where nobody had. */
export const accompaniedAgainSince = (state: JourneyState): Instant | undefined =>
  withdrawnAt(state, 'case_work') === undefined ? undefined : consentSince(state, 'case_work');

const withdrawnAt = ({ plain }: JourneyState, purpose: Purpose): Instant | undefined =>
  plain.consentWithdrawn.findLast(({ purposes }) => purposes.includes(purpose))?.recordedAt;

/**
 * Since when the participant may be written to: being accompanied and reminded is consented, e-mail is a named channel, its address is
 * there, and the journey is open. `undefined` when one of these is missing; nobody is written to on a guess.
 */
export function mayBeRemindedSince(state: JourneyState): Since | undefined {
  const reminders = standingConsent(state, 'reminders');
  const { knownAt: at, knownBy } = state.contact;
  if (!state.plain.open || reminders === undefined || at === undefined) return undefined;
  if (!isReachable(state) || !mayBeAccompanied(state)) return undefined;
  const caseWork = standingConsent(state, 'case_work');
  const consents = caseWork ? [reminders, caseWork] : [reminders];
  return lastOf([
    { at, imported: knownBy === 'register' },
    ...consents.map(({ recordedAt, imported }) => ({ at: recordedAt, imported })),
  ]);
}

/** Since when something is so, and whether a register said it. */
export interface Since {
  at: Instant;
  imported: boolean;
}

/** The last of several things that had to be so. */
export const lastOf = (all: readonly [Since, ...Since[]]): Since =>
  all.reduce((last, each) => (each.at > last.at ? each : last));

/** Whether e-mail is a named channel and its address is there. */
export const isReachable = ({ contact: { channels = [], email } }: JourneyState): boolean =>
  channels.includes('email') && Boolean(email);

/** What is missing before anything but contact, paper, consent and close may be recorded. */
const caseWorkConsent: Missing = {
  code: 'case_work',
  text: { de: 'Die Einwilligung in die Fallarbeit fehlt.', en: 'Consent to case work is missing.' },
  who: 'coach',
};

/**
 * Whether somebody may be accompanied at all: consent to `case_work` is there, or the journey was taken over with a
 * basis of its own (a public task, consent on paper), which was given before Lotse.
 */
export const mayBeAccompanied = (state: JourneyState): boolean =>
  consentSince(state, 'case_work') !== undefined ||
  (state.plain.takenOver !== null && withdrawnAt(state, 'case_work') === undefined);

/** Refuses what must not be recorded about somebody who has not consented (Art. 6 (1) (a) GDPR). */
export function refuseWithoutConsent(state: JourneyState): void {
  if (mayBeAccompanied(state)) return;
  throw new Refusal('consent-missing', caseWorkConsent.text.en, [caseWorkConsent]);
}

/** What is missing before the participant may be written to; empty when nothing is. */
export function missingForReminders(state: JourneyState): Missing[] {
  const { channels = [], email } = state.contact;
  return [
    ...(consentSince(state, 'reminders') === undefined ? [remindersConsent] : []),
    ...(channels.includes('email') ? [] : [namedChannel]),
    ...(email ? [] : [address]),
  ];
}

const remindersConsent: Missing = {
  code: 'reminders',
  text: { de: 'Die Einwilligung in Erinnerungen fehlt.', en: 'Consent to reminders is missing.' },
  who: 'coach',
};
const namedChannel: Missing = {
  code: 'channel',
  text: { de: 'E-Mail ist nicht als Kanal vereinbart.', en: 'E-mail is not agreed as a channel.' },
  who: 'coach',
};
const address: Missing = {
  code: 'email',
  text: { de: 'Eine E-Mail-Adresse ist nicht erfasst.', en: 'No e-mail address is recorded.' },
  who: 'coach',
};
