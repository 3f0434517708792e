import { endOfDay } from '../deadlines/berlin.js';
import type { PlanContext } from '../deadlines/plan.js';
import { consentSince, consentWasWithdrawn } from '../journey/consent.js';
import {
  byDay,
  clockStart,
  currentPaper,
  lastMilestone,
  milestonesOf,
  provenRenewal,
} from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import { phaseOf } from '../programme/phase.js';
import { addSpan } from '../programme/span.js';
import type { Day, Instant } from '../time.js';

/**
 * Why a journey may be stuck: `from` a day on something lasts too long, `until` a day something is missing, or it is
 * so `at` an instant. `anchor` tells one occurrence from the next; `again` that it is not the first of its kind.
 */
export type Condition = { anchor: string; because: string; again?: true } & (
  { from: Day } | { until: Day } | { at: Instant }
);

type ConditionOf = (state: JourneyState, context: PlanContext) => Condition | undefined;

/** What each stuck rule of a programme means; spans, severities and words are the programme's data. */
export const conditions: Readonly<Record<string, ConditionOf>> = {
  /** No contact in both directions since the last one, or since the entry. */
  no_contact: (state) => {
    const last = state.plain.contacts
      .filter(({ reached, withdrawn }) => reached && !withdrawn)
      .map(({ id, event }) => ({ id, event, on: state.case.contacts[id]?.on ?? '' }))
      .sort((a, b) => (a.on < b.on ? -1 : 1))
      .at(-1);
    const start = clockStart(state);
    if (!last || last.on < start) return { anchor: 'entry', because: state.plain.openedBy, from: start };
    return { anchor: last.id, because: last.event, from: last.on };
  },

  /** Nobody has consented to being accompanied since the first contact. */
  consent_missing: (state) =>
    consentSince(state, 'case_work') === undefined && !consentWasWithdrawn(state, 'case_work')
      ? { anchor: 'entry', because: state.plain.openedBy, from: clockStart(state) }
      : undefined,

  /** Eligible, and no day until which a paper is valid. */
  no_document_date: (state) => {
    const eligible = eligibility(state);
    if (!eligible?.on || currentPaper(state)?.paper?.validUntil !== undefined) return undefined;
    return { anchor: eligible.id, because: eligible.event, from: eligible.on };
  },

  /** The paper's last days come near, and nobody has proof of a renewal request. */
  document_expiring_unhandled: (state) => unhandledPaper(state, false),

  /** The paper's last valid day is over, and nobody has proof of a renewal request. */
  document_expired: (state) => unhandledPaper(state, true),

  /** A border crossing certificate, until a person has verified its deadline or recorded a new paper. */
  departure_running: (state, { idOf }) => {
    const current = currentPaper(state);
    if (current?.paper?.kind !== 'border_crossing_certificate') return undefined;
    const deadline = idOf(`deadline|${state.plain.journey}|departure_deadline|${current.id}`);
    if (state.plain.verified[deadline]) return undefined;
    return { anchor: current.id, because: current.event, at: current.recordedAt };
  },

  /** No needs assessment since the person was found eligible, or since the import. */
  assessment_overdue: (state) => {
    if (lastMilestone(state, 'needs_assessed')) return undefined;
    return sinceEligible(state);
  },

  /** No plan since the person was found eligible; or no review since the last one. */
  plan_overdue: (state) => {
    const last = byDay(milestonesOf(state)).findLast(({ milestone }) => reviews.includes(milestone));
    if (!last) return sinceEligible(state);
    if (last.on === undefined) return undefined;
    return { anchor: last.id, because: last.event, from: last.on, again: true };
  },

  /** In support for long, and nothing completed in the last 90 days. */
  same_phase_too_long: (state, { programme }) => {
    const { key, since } = phaseOf(state, programme);
    if (key !== 'in_support' || since === undefined) return undefined;
    const start = since > clockStart(state) ? since : clockStart(state);
    const last = milestonesOf(state).at(-1);
    const quietFrom = last?.on === undefined ? start : addSpan(last.on, '90d');
    // The rule's own span is counted from the phase; a milestone in between moves the day on.
    const from = addSpan(start, '12M') >= quietFrom ? start : addSpan(quietFrom, '-12M');
    return { anchor: last?.id ?? 'entry', because: last?.event ?? state.plain.openedBy, from };
  },

  /** Two messages in a row did not arrive; a new address or a message that did clears it. */
  delivery_failing: (state) => {
    const outcomes = Object.entries(state.plain.messages)
      .filter(([, act]) => act.state === 'sent' || act.state === 'failed')
      .sort(([, a], [, b]) => (a.since < b.since ? -1 : 1));
    const [before, last] = outcomes.slice(-2);
    if (!before || !last || before[1].state !== 'failed' || last[1].state !== 'failed') return undefined;
    if ((state.contact.knownAt ?? '') > last[1].since) return undefined;
    return { anchor: last[0], because: state.plain.openedBy, at: last[1].since };
  },
};

const reviews = ['plan_agreed', 'plan_reviewed'];

const eligibility = (state: JourneyState) =>
  milestonesOf(state, 'eligibility_checked').findLast(({ data }) => data['result'] === 'eligible');

/** Clocks that need a fact which a register can't tell start on the day of import. */
function sinceEligible(state: JourneyState): Condition | undefined {
  const eligible = eligibility(state);
  if (eligible?.on !== undefined) return { anchor: eligible.id, because: eligible.event, from: eligible.on };
  if (state.plain.takenOver === null) return undefined;
  return { anchor: 'entry', because: state.plain.openedBy, from: clockStart(state) };
}

/** Before its end a paper expires, after it it has expired: one flag makes room for the other. */
function unhandledPaper(state: JourneyState, expired: boolean): Condition | undefined {
  const current = currentPaper(state);
  const until = current?.paper?.validUntil;
  if (!current || until === undefined || provenRenewal(state)) return undefined;
  if (current.paper?.kind === 'border_crossing_certificate') return undefined;
  const isOver = state.plain.lastRecordedAt >= endOfDay(until);
  const { id: anchor, event: because } = current;
  if (expired) return { anchor, because, from: until };
  return isOver ? undefined : { anchor, because, until };
}
