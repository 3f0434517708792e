import { deadlinesIn, type AgendaItem, type Deadline } from '../../deadlines/agenda.js';
import { berlinDay } from '../../deadlines/berlin.js';
import { dueAt, type Plan } from '../../deadlines/plan.js';
import type { PlanContext } from '../../deadlines/plan-context.js';
import { isOvertaken } from '../../messages/mails-due.js';
import { reachedStep, type PlannedFlag } from '../../stuck/flags.js';
import { tasksOf } from '../../stuck/tasks.js';
import type { Instant } from '../../time.js';
import type { ProposedEvent } from '../events.js';
import { flagRule, type JourneyState } from '../state.js';

/** The clock's wish: what is due now and needs nobody outside happens. `handle` does that after every command; this one has nothing else. */
export interface CarryOutDue {
  type: 'CarryOutDue';
}

/**
 * What is due now and needs nobody outside: deadlines whose day is over are missed, staff notices are queued, flags
 * and tasks come and go, a placement becomes follow-up. Of several reminders of one deadline that are due at once
 * (after an outage) the newest goes out and the others are overtaken: one message, never a volley. One after the
 * other, as long as there is more: flags follow from what has moved, and notices come last, when the reason of some is
 * gone.
 */
export function dueNow(
  state: JourneyState,
  { agenda, flags }: Plan,
  context: PlanContext,
  now: Instant,
): ProposedEvent[] {
  const due = dueAt(now, agenda);
  const acts = (items: readonly AgendaItem[]) => items.flatMap((item) => actOf(item, due, state));
  const moves = acts(due.filter(({ act }) => act !== 'notify'));
  if (moves.length > 0) return moves;
  const changes = [...flagChanges(state, flags, now), ...taskChanges(state, deadlinesIn(agenda), context)];
  return changes.length > 0 ? changes : acts(due);
}

function actOf(item: AgendaItem, due: AgendaItem[], state: JourneyState): ProposedEvent[] {
  const { key, to, deadline: about, urgent } = item;
  switch (item.act) {
    case 'miss':
      return [{ type: 'DeadlineMissed', plain: { deadline: item.deadline }, by: 'engine' }];
    case 'notify':
      return [noticeOf({ key, to: to === 'coordinator' ? to : 'coach', about, ...(urgent && { urgent }) })];
    case 'remind':
      if (!isOvertaken(item, due, state)) return [];
      return [{ type: 'MessageSuppressed', plain: { key, why: 'overtaken' }, by: 'engine' }];
    case 'follow_up': {
      const on = berlinDay(item.at);
      const event: ProposedEvent = {
        type: 'FollowUpBegan',
        plain: { placement: item.deadline },
        case: { on },
      };
      return [{ ...event, occurredOn: on, by: 'engine' }];
    }
    case 'give_up':
      return [{ type: 'MessageFailed', plain: { key: item.rung, why: 'no_outcome' }, by: 'engine' }];
    case 'flag':
      return []; // flags are read off the facts below: they are raised and cleared alike
  }
}

/** Several notices of one thing that are late together are one line in one mail: that is the mail's business. */
const noticeOf = (plain: Extract<ProposedEvent, { type: 'NoticeQueued' }>['plain']): ProposedEvent => ({
  type: 'NoticeQueued',
  plain,
  by: 'engine',
});

function flagChanges(state: JourneyState, planned: readonly PlannedFlag[], now: Instant): ProposedEvent[] {
  const raised = state.plain.flags.filter(({ id }) => flagRule(state, id) !== 'planning_failed');
  const gone = raised.filter(({ id }) => {
    const flag = planned.find((each) => each.id === id);
    return !flag || !reachedStep(flag, now);
  });
  const risen = planned.flatMap((flag): ProposedEvent[] => {
    const step = reachedStep(flag, now);
    const before = raised.find(({ id }) => id === flag.id);
    if (!step || before?.severity === step.severity) return [];
    const part = { rule: flag.rule.key };
    const plain = { flag: flag.id, severity: step.severity, since: step.from };
    return [
      {
        type: 'FlagRaised',
        plain,
        ...(flag.rule.class === 'case' ? { case: part } : { status: part }),
        by: 'engine',
      },
    ];
  });
  return [
    ...gone.map(({ id: flag }): ProposedEvent => ({ type: 'FlagCleared', plain: { flag }, by: 'engine' })),
    ...risen,
  ];
}

function taskChanges(
  state: JourneyState,
  deadlines: readonly Deadline[],
  context: PlanContext,
): ProposedEvent[] {
  const planned = tasksOf(state, context, deadlines);
  const known = state.plain.tasks;
  const opened = planned
    .filter(({ id }) => known.every((task) => task.id !== id || task.state === 'gone'))
    .map(({ id: task, kind, severity, subject }): ProposedEvent => ({
      type: 'TaskOpened',
      plain: { task, kind, severity },
      case: { subject },
      by: 'engine',
    }));
  const gone = known
    .filter(({ id, state: reached }) => reached === 'open' && planned.every((task) => task.id !== id))
    .map(({ id: task }): ProposedEvent => ({ type: 'TaskGone', plain: { task }, by: 'engine' }));
  return [...opened, ...gone];
}
