import { repeated } from './random.js';

/** How far a journey of the cast has come, and what is remarkable about it. */
export interface Part {
  phase:
    | 'contacted'
    | 'intake'
    | 'eligible'
    | 'assessed'
    | 'planned'
    | 'in_support'
    | 'placed'
    | 'follow_up'
    | 'closed';
  /** The one flag that is raised today. */
  flag?:
    | 'no_contact'
    | 'consent_missing'
    | 'no_document_date'
    | 'document_expiring_soon'
    | 'document_expiring'
    | 'document_expired'
    | 'departure_running'
    | 'assessment_overdue'
    | 'plan_overdue'
    | 'review_overdue'
    | 'same_phase_too_long'
    | 'delivery_failing';
  /** What else is going on. */
  twist?:
    | 'reminded_now'
    | 'renewal_asked'
    | 'contract_ahead'
    | 'paused'
    | 'unreachable'
    | 'reminders_withdrawn'
    | 'job'
    | 'school'
    | 'moved_away'
    | 'lost_contact'
    | 'consent_withdrawn'
    | 'status_gained'
    | 'returned'
    | 'not_eligible';
}

/**
 * The 400 parts. Of the flags each comes three to fifteen times, fifty-three in all: most journeys are well. At least
 * five are reminded within a minute of the first start.
 */
export const parts: readonly Part[] = repeated<Part>([
  [{ phase: 'contacted' }, 16],
  [{ phase: 'contacted', flag: 'consent_missing' }, 5],
  [{ phase: 'intake' }, 22],
  [{ phase: 'intake', twist: 'unreachable' }, 2],
  [{ phase: 'eligible' }, 22],
  [{ phase: 'eligible', flag: 'assessment_overdue' }, 6],
  [{ phase: 'assessed' }, 26],
  [{ phase: 'assessed', flag: 'no_document_date' }, 4],
  [{ phase: 'assessed', flag: 'plan_overdue' }, 4],
  [{ phase: 'planned' }, 30],
  [{ phase: 'planned', flag: 'document_expiring' }, 3],
  [{ phase: 'planned', twist: 'contract_ahead' }, 8],
  [{ phase: 'in_support' }, 82],
  [{ phase: 'in_support', flag: 'no_contact' }, 6],
  [{ phase: 'in_support', flag: 'document_expiring' }, 3],
  [{ phase: 'in_support', flag: 'document_expiring_soon' }, 3],
  [{ phase: 'in_support', flag: 'document_expired' }, 5],
  [{ phase: 'in_support', flag: 'departure_running' }, 3],
  [{ phase: 'in_support', flag: 'review_overdue' }, 3],
  [{ phase: 'in_support', flag: 'same_phase_too_long' }, 4],
  [{ phase: 'in_support', flag: 'delivery_failing' }, 4],
  [{ phase: 'in_support', twist: 'reminded_now' }, 5],
  [{ phase: 'in_support', twist: 'renewal_asked' }, 8],
  [{ phase: 'in_support', twist: 'contract_ahead' }, 6],
  [{ phase: 'in_support', twist: 'paused' }, 4],
  [{ phase: 'in_support', twist: 'reminders_withdrawn' }, 4],
  [{ phase: 'in_support', twist: 'unreachable' }, 2],
  [{ phase: 'placed' }, 24],
  [{ phase: 'placed', twist: 'job' }, 10],
  [{ phase: 'placed', twist: 'school' }, 8],
  [{ phase: 'follow_up' }, 16],
  [{ phase: 'follow_up', twist: 'job' }, 8],
  [{ phase: 'closed' }, 14],
  [{ phase: 'closed', twist: 'job' }, 6],
  [{ phase: 'closed', twist: 'school' }, 4],
  [{ phase: 'closed', twist: 'moved_away' }, 6],
  [{ phase: 'closed', twist: 'lost_contact' }, 4],
  [{ phase: 'closed', twist: 'consent_withdrawn' }, 3],
  [{ phase: 'closed', twist: 'status_gained' }, 3],
  [{ phase: 'closed', twist: 'returned' }, 2],
  [{ phase: 'closed', twist: 'not_eligible' }, 2],
]);

/** Of 400 people 240 have consented to reminders and may be reminded today. */
export const remindedCount = 240;

/** Whose part needs reminders, and whose forbids them; of the others as many as are missing are reminded. */
export const needsReminders = ({ flag, twist }: Part): boolean =>
  flag === 'delivery_failing' || twist === 'reminded_now';
export const refusesReminders = ({ phase, twist }: Part): boolean =>
  phase === 'contacted' || twist === 'reminders_withdrawn' || twist === 'consent_withdrawn';
