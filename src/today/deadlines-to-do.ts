import { deadlinesIn, type Deadline } from '../../domain/deadlines/agenda.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { provenRenewal } from '../../domain/journey/facts.js';
import { agendaOf } from '../../domain/journey/state.js';
import type { DeadlineRule } from '../../domain/programme/schema/deadline.js';
import type { Day } from '../../domain/time.js';
import { journeyOfItem } from '../journeys/views/journey-of-item.js';
import { dayInWords } from '../journeys/views/day-words.js';
import type { Bench } from '../acts/bench.js';
import { possible } from '../acts/offer.js';
import { remediesOfDeadline } from '../acts/remedies.js';
import { inWords } from '../acts/words.js';
import { isSaidByFlag } from './said-by-flags.js';
import type { ToDo } from './to-do.js';

/** How many days ahead a deadline is shown. */
export const daysAhead = 7;

/** For so long a missed one is shown, as long as the ladders remind of one; after that the journey tells of it. */
export const daysAfter = 30;

/**
 * The deadlines that come within seven days, or were missed in the last thirty, but for those of which a flag says the
 * same. A day from which on something may be done is news for a week. In a closed journey nothing can be made good.
 */
export function deadlinesToDo(bench: Bench, isHers: (id: string) => boolean): ToDo[] {
  const { state, context } = bench;
  return deadlinesIn(agendaOf(state))
    .filter((deadline) => isShown(deadline, bench))
    .filter((deadline) => isHers(deadline.id) && !isSaidByFlag(deadline, state, context.programme))
    .map((deadline) => toDo(deadline, bench));
}

function isShown({ state: reached, due, rule }: Deadline, { state, context, today }: Bench): boolean {
  if ((reached !== 'open' && reached !== 'missed') || due > addDays(today, daysAhead)) return false;
  if (due >= today) return true;
  const isEarliest = directionOf(rule, context.programme) === 'earliest';
  return state.plain.open && due >= addDays(today, isEarliest ? -daysAhead : -daysAfter);
}

const directionOf = (rule: string, { deadlines }: Bench['context']['programme']) =>
  deadlines.find(({ key }) => key === rule)?.direction;

/** The renewal was asked for, with proof: what is waited for is another's answer. */
const isWaiting = (rule: DeadlineRule | undefined, { state }: Bench): boolean =>
  rule?.pausedByRenewal !== undefined && provenRenewal(state) !== undefined;

function toDo(deadline: Deadline, bench: Bench): ToDo {
  const { state, context, language, today } = bench;
  const { id, rule: key, due, because } = deadline;
  const rule = context.programme.deadlines.find((known) => known.key === key);
  const waits = isWaiting(rule, bench);
  const group = waits && due < today ? 'this_week' : groupOf(deadline, rule, today);
  const isGrave = rule?.onMissed?.to.includes('coordinator') ?? false;
  const isNow = group === 'overdue' || group === 'due_today';
  return {
    group,
    item: {
      id,
      kind: 'deadline',
      rule: key,
      journey: journeyOfItem(state, context),
      title: rule?.title[language] ?? key,
      due,
      severity: waits ? 1 : isNow ? (isGrave ? 3 : 2) : isGrave ? 2 : 1,
      because,
      why: whyOf(deadline, rule, bench),
      ...(group === 'overdue' && rule?.onMissed && { suggestion: rule.onMissed.advice[language] }),
      actions: possible(remediesOfDeadline(deadline, bench), bench),
    },
  };
}

function groupOf(
  { state, due, dueRaw }: Deadline,
  rule: DeadlineRule | undefined,
  today: Day,
): ToDo['group'] {
  if (due > today) return 'next_7_days';
  if (due === today) return 'due_today';
  // from that day on something may be done: nothing is late
  if (rule?.direction === 'earliest') return 'this_week';
  const isOver = state === 'missed' || rule?.missedAfter !== 'dueRaw' || dueRaw < today;
  return isOver ? 'overdue' : 'due_today';
}

function whyOf({ due, id }: Deadline, rule: DeadlineRule | undefined, bench: Bench): string {
  const day = dayInWords(due, bench.language);
  const isVerified = bench.state.plain.verified[id] !== undefined;
  const isLegal = rule?.class === 'status' && rule.compute.fn !== 'printed';
  if (isWaiting(rule, bench)) {
    return inWords(bench, {
      de: `Das Papier gilt bis ${day}; die Verlängerung ist beantragt, ein neues Papier noch nicht eingetragen.`,
      en: `The paper is valid until ${day}; the renewal was asked for, a new paper is not recorded yet.`,
    });
  }
  if (rule?.direction === 'earliest') {
    return inWords(bench, { de: `Das ist ab ${day} möglich.`, en: `This is possible from ${day} on.` });
  }
  if (isLegal && !isVerified) {
    return inWords(bench, {
      de: `Der letzte Tag ist ${day}, berechnet und noch von niemandem geprüft.`,
      en: `The last day is ${day}, computed and verified by nobody yet.`,
    });
  }
  return inWords(bench, { de: `Der letzte Tag ist ${day}.`, en: `The last day is ${day}.` });
}
