import type { Account } from '../http/ports.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { DecisionContext } from '../../domain/journey/commands/context.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day } from '../../domain/time.js';
import type { Language } from '../journeys/views/language.js';
import type { ViewContext } from '../journeys/views/view-context.js';
import type { CoachOption } from './coach-options.js';

/** A journey, who looks at it, and what the rules are asked with. */
export interface Bench {
  state: JourneyState;
  context: ViewContext;
  language: Language;
  today: Day;
  decision: DecisionContext;
  /** To whom a journey can be given. */
  coaches: readonly CoachOption[];
}

/** The bench on which this reader's acts in this journey are judged. */
export function benchOf(
  state: JourneyState,
  context: ViewContext,
  { id, role }: Pick<Account, 'id' | 'role'>,
  coaches: readonly CoachOption[] = [],
): Bench {
  const { lastRecordedAt } = state.plain;
  // as a command's: nothing is recorded before what was recorded last
  const now = lastRecordedAt > context.now ? lastRecordedAt : context.now;
  const { programme, planning: windows, language } = context;
  const actor = { kind: 'person', id, role } as const;
  const decision: DecisionContext = { now, actor, programme, windows, idFor: (name) => name };
  return { state, context, language, today: berlinDay(now), decision, coaches };
}
