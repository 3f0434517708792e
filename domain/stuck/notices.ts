import type { AgendaItem } from '../deadlines/agenda.js';
import { berlinDay, endOfDay } from '../deadlines/berlin.js';
import type { PlanContext } from '../deadlines/plan-context.js';
import { inTimeForMail, nextStaffMorning, urgentInstant } from '../deadlines/staff-hours.js';
import { later } from '../deadlines/windows.js';
import { consentWasWithdrawn } from '../journey/consent.js';
import type { TaskKind } from '../journey/events.js';
import type { FlagFact, JourneyState } from '../journey/state.js';
import { addSpan } from '../programme/span.js';
import type { Instant } from '../time.js';
import type { FlagStep, PlannedFlag } from './flags.js';

type Staff = 'coach' | 'coordinator';

/**
 * What staff are told of a raised flag: by the next working morning's mail; at once, within office hours, where it is
 * as grave as can be and no import brought it; again when it was put aside and that is over, or when a coordinator
 * reminds of it; and others as well where it lasts.
 */
export function flagNotices(flag: PlannedFlag, state: JourneyState, context: PlanContext): AgendaItem[] {
  const raised = state.plain.flags.find(({ id }) => id === flag.id);
  const step = flag.steps.findLast(({ severity }) => severity === raised?.severity);
  if (!raised || !step || consentWasWithdrawn(state, 'case_work')) return [];
  const { journey } = state.plain;
  const { snoozedUntil, snoozedAt = '', remindedAt = '' } = raised;
  const item = (to: Staff, rung: string, at: Instant, urgent = false): AgendaItem => ({
    key: context.keyOf(`flag-notice|${flag.id}|${rung}|${to}`),
    act: 'notify',
    deadline: flag.id,
    rule: flag.rule.key,
    rung,
    to,
    at,
    ...(urgent && { urgent: true as const }),
  });
  const isGrave = step.severity === 3;
  // of what was put aside since then she is told when that is over
  const reminders =
    remindedAt > snoozedAt
      ? [
          item(
            'coach',
            `reminded-${berlinDay(remindedAt)}`,
            (isGrave ? urgentInstant : nextStaffMorning)(remindedAt, journey, context),
            isGrave,
          ),
        ]
      : [];
  if (snoozedUntil !== undefined) {
    const at = nextStaffMorning(later(endOfDay(snoozedUntil), -60), journey, context);
    return open(
      [...step.to.map((to) => item(to, `put-aside-until-${snoozedUntil}`, at)), ...reminders],
      state,
    );
  }
  const urgent = isUrgent(flag, step, raised);
  const at = (urgent ? urgentInstant : nextStaffMorning)(raised.raisedAt, journey, context);
  const { escalation } = flag.rule;
  const others = escalation?.to.filter((to) => !step.to.includes(to)) ?? [];
  const lasting = escalation && endOfDay(addSpan(berlinDay(raised.firstRaisedAt), escalation.after));
  return open(
    [
      ...step.to.map((to) => item(to, `severity-${step.severity}`, at, urgent)),
      ...others.map((to) =>
        item(to, 'escalation', nextStaffMorning(later(lasting ?? at, -60), journey, context)),
      ),
      ...reminders,
    ],
    state,
  );
}

const isUrgent = ({ importedOn }: PlannedFlag, { severity }: FlagStep, { raisedAt }: FlagFact): boolean =>
  severity === 3 && importedOn !== berlinDay(raisedAt);

/** Who is told of a new task by mail; the others are seen in the list, or follow from what was just done. */
const tellsOf: Partial<Record<TaskKind, Staff>> = {
  tell_participant: 'coach',
  delivery_failed: 'coach',
  no_callback_number: 'coordinator',
};

/** What staff are told of new tasks, by the next working morning's mail: what became of a message opens them, not a click. */
export function taskNotices(state: JourneyState, context: PlanContext): AgendaItem[] {
  const { journey, tasks } = state.plain;
  return open(
    tasks.flatMap(({ id, kind, state: reached, openedAt }): AgendaItem[] => {
      const to = tellsOf[kind];
      if (reached !== 'open' || to === undefined) return [];
      const key = context.keyOf(`task-notice|${id}|${openedAt}`);
      const at = inTimeForMail(openedAt, journey, context);
      return [{ key, act: 'notify', deadline: id, rule: kind, rung: 'opened', to, at }];
    }),
    state,
  );
}

const open = (items: AgendaItem[], { plain }: JourneyState): AgendaItem[] =>
  items.filter(({ key }) => plain.notices[key] === undefined);
