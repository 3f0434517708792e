import { berlinDay } from '../../deadlines/berlin.js';
import { consentWasWithdrawn } from '../consent.js';
import type { ProposedEvent } from '../events.js';
import { Refusal, type Missing } from '../refusal.js';
import { flagRule, type JourneyState } from '../state.js';
import { refuseClosed, today, type DecisionContext } from './context.js';

/** A coordinator asks the coach to look at a raised flag. */
export interface RemindCoach {
  type: 'RemindCoach';
  flag: string;
}

/**
 * Records that the coach is reminded of a flag; what she is told, and when, follows from it (domain/stuck/notices). Once
 * a day is enough. A machine's fault is nothing that a coach could see to.
 */
export function remindCoach(
  state: JourneyState,
  { flag: id }: RemindCoach,
  context: DecisionContext,
): ProposedEvent[] {
  const flag = state.plain.flags.find((known) => known.id === id);
  if (!flag) throw new Refusal('no-such-record', 'This flag is not raised any more.');
  refuseClosed(state);
  const day = today(context);
  if (flag.snoozedUntil !== undefined && flag.snoozedUntil >= day) {
    throw new Refusal('flag-snoozed', 'This flag is put aside.');
  }
  const rule = flagRule(state, id);
  const isHers = context.programme.stuck.some(({ key }) => key === rule);
  if (!isHers || consentWasWithdrawn(state, 'case_work')) {
    throw new Refusal('not-for-a-coach', 'No coach is told of this flag.');
  }
  if (state.plain.coach === null) {
    throw new Refusal('not-yet-possible', 'Nobody accompanies this journey.', [coach]);
  }
  if (flag.remindedAt !== undefined && berlinDay(flag.remindedAt) === day) return [];
  return [{ type: 'CoachReminded', plain: { flag: id } }];
}

const coach: Missing = {
  code: 'coach-missing',
  text: {
    de: 'Niemand begleitet diese Person; zuerst muss ein Coach zugeordnet werden.',
    en: 'Nobody accompanies this person; a coach has to be assigned first.',
  },
  who: 'coordinator',
};
