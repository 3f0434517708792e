import type { AgendaByClass, AgendaItem } from '../deadlines/agenda.js';
import { consentSince, consentWasWithdrawn, isReachable } from '../journey/consent.js';
import { provenRenewal } from '../journey/facts.js';
import { overlaysOf } from '../journey/overlays.js';
import type { JourneyState } from '../journey/state.js';

/** Why something that was planned will not be told. */
export type WhyCancelled =
  | 'closed'
  | 'consent_withdrawn'
  | 'status_crisis'
  | 'paused'
  | 'done'
  | 'over'
  | 'renewal_requested'
  | 'not_reachable'
  | 'no_longer_due';

/**
 * Why an item left the agenda, as the state and the new plan have it: the gravest reason first. What is merely done
 * or planned otherwise (its day was corrected, a later rung says it) is `no_longer_due`.
 */
export function whyCancelled(item: AgendaItem, state: JourneyState, planned: AgendaByClass): WhyCancelled {
  const { plain } = state;
  const deadline = planned.case.deadlines[item.deadline] ?? planned.status.deadlines[item.deadline];
  const isParticipant = item.to === 'participant';
  if (consentWasWithdrawn(state, 'case_work')) return 'consent_withdrawn';
  if (isParticipant && consentSince(state, 'reminders') === undefined) return 'consent_withdrawn';
  if (isParticipant && overlaysOf(state).includes('status_crisis')) return 'status_crisis';
  if (deadline?.state === 'done') return 'done';
  if (!plain.open) return 'closed';
  if (plain.paused) return 'paused';
  if (deadline?.state === 'missed') return 'over';
  if (deadline && isParticipant && provenRenewal(state)) return 'renewal_requested';
  if (deadline && isParticipant && !isReachable(state)) return 'not_reachable';
  return 'no_longer_due';
}
