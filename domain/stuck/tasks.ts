import type { AgendaItem, Deadline } from '../deadlines/agenda.js';
import type { PlanContext } from '../deadlines/plan-context.js';
import { consentWasWithdrawn } from '../journey/consent.js';
import type { Severity, TaskKind } from '../journey/events.js';
import { currentPaper, lastMilestone } from '../journey/facts.js';
import type { JourneyState, MessageAct } from '../journey/state.js';

/** What a person should do because something happened or is missing; `subject` is the record or message that it is about. */
export interface PlannedTask {
  id: string;
  kind: TaskKind;
  severity: Severity;
  subject: string;
}

/**
 * Every task that the facts lead to. Flags and deadlines are not repeated as tasks.
 * @param deadlines those that are planned for the journey
 */
export function tasksOf(
  state: JourneyState,
  context: PlanContext,
  deadlines: readonly Deadline[],
): PlannedTask[] {
  const { plain } = state;
  if (!plain.opened || !plain.open) return [];
  const task = (kind: TaskKind, severity: Severity, subject: string): PlannedTask => ({
    id: context.idOf(`task|${plain.journey}|${kind}|${subject}`),
    kind,
    severity,
    subject,
  });
  const paper = currentPaper(state);
  const checked = lastMilestone(state, 'eligibility_checked');
  const withdrawal = plain.consentWithdrawn.findLast(({ purposes }) => purposes.includes('case_work'));
  if (withdrawal && consentWasWithdrawn(state, 'case_work'))
    return [task('consent_withdrawn', 2, withdrawal.event)];
  return [
    ...(paper?.paper && paper.paper.validUntil === undefined ? [task('fact_missing', 2, paper.id)] : []),
    ...(checked?.data['result'] === 'not_eligible' ? [task('close_proposed', 2, checked.id)] : []),
    ...lastTold(state, deadlines).flatMap(({ item, act }) => {
      const kind = taskAfter(item, act, context);
      return kind ? [task(kind, 2, item.key)] : [];
    }),
  ];
}

/**
 * What a person has to do after a message: tell what must not stand in a mail; tell in person what did not arrive;
 * see to a number where nobody can be called back.
 */
function taskAfter(
  { text }: AgendaItem,
  { state: became, why, attempt }: MessageAct,
  { programme }: PlanContext,
): TaskKind | undefined {
  const isProtected = programme.texts.find(({ key }) => key === text)?.exposure !== 'open';
  switch (became) {
    case 'sending':
    case 'sent':
    case 'deferred':
    case 'held_back':
    case 'planned_again':
      // one that was handed over once may have arrived, whatever the server said
      return isProtected && attempt > 0 ? 'tell_participant' : undefined;
    case 'failed':
      return 'delivery_failed';
    case 'suppressed':
      return why === 'no_callback_number' ? 'no_callback_number' : undefined;
  }
}

/** The newest message of each deadline that is still to be kept: what an older one asked for, the newer one asks again. */
function lastTold(
  { plain, case: own, status }: JourneyState,
  deadlines: readonly Deadline[],
): { item: AgendaItem; act: MessageAct }[] {
  const newest = new Map<string, { item: AgendaItem; act: MessageAct }>();
  const halves = [status.agenda.items, own.agenda.items, status.agenda.past, own.agenda.past];
  const toKeep = deadlines.filter(({ state }) => state === 'open' || state === 'missed').map(({ id }) => id);
  for (const [key, act] of Object.entries(plain.messages)) {
    const item = halves.find((half) => half[key])?.[key];
    const isUntold = act.attempt === 0 && (act.state === 'held_back' || act.state === 'planned_again');
    if (!item || isUntold || act.why === 'overtaken' || !toKeep.includes(item.deadline)) continue;
    const before = newest.get(item.deadline);
    if (!before || before.act.since <= act.since) newest.set(item.deadline, { item, act });
  }
  return [...newest.values()];
}
