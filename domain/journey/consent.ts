import type { Instant } from '../time.js';
import type { JourneyState } from './state.js';

/** The purposes that somebody may consent to; each stands for itself. */
export type Purpose = 'case_work' | 'reminders' | 'provider';

/** The instant at which consent to a purpose was recorded, or `undefined` while there is none. */
export function consentSince(state: JourneyState, purpose: Purpose): Instant | undefined {
  for (const { id, milestone, recordedAt } of state.plain.milestones) {
    if (milestone !== 'consent_given') continue;
    const purposes = state.case.milestones[id]?.data['purposes'];
    if (Array.isArray(purposes) && purposes.includes(purpose)) return recordedAt;
  }
  return undefined;
}

/**
 * Since when the participant may be written to: reminders are consented, e-mail is a named channel, its address is
 * there, and the journey is open. `undefined` when one of these is missing; nobody is written to on a guess.
 */
export function mayBeRemindedSince(state: JourneyState): Instant | undefined {
  const consented = consentSince(state, 'reminders');
  const { channels = [], email, knownAt } = state.contact;
  if (!state.plain.open || consented === undefined || knownAt === undefined) return undefined;
  if (!channels.includes('email') || !email) return undefined;
  return consented > knownAt ? consented : knownAt;
}
