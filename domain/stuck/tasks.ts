import type { PlanContext } from '../deadlines/plan.js';
import { consentWasWithdrawn } from '../journey/consent.js';
import type { Severity, TaskKind } from '../journey/events.js';
import { currentPaper, lastMilestone } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';

/** What a person should do because something happened or is missing; `subject` is the record that it is about. */
export interface PlannedTask {
  id: string;
  kind: TaskKind;
  severity: Severity;
  subject: string;
}

/** Every task that the facts lead to. Flags and deadlines are not repeated as tasks. */
export function tasksOf(state: JourneyState, { idOf }: PlanContext): PlannedTask[] {
  const { plain } = state;
  if (!plain.opened || !plain.open) return [];
  const task = (kind: TaskKind, severity: Severity, subject: string): PlannedTask => ({
    id: idOf(`task|${plain.journey}|${kind}|${subject}`),
    kind,
    severity,
    subject,
  });
  const paper = currentPaper(state);
  const checked = lastMilestone(state, 'eligibility_checked');
  const withdrawal = plain.consentWithdrawn.findLast(({ purposes }) => purposes.includes('case_work'));
  return [
    ...(paper?.paper && paper.paper.validUntil === undefined ? [task('fact_missing', 2, paper.id)] : []),
    ...(withdrawal && consentWasWithdrawn(state, 'case_work')
      ? [task('consent_withdrawn', 2, withdrawal.event)]
      : []),
    ...(checked?.data['result'] === 'not_eligible' ? [task('close_proposed', 2, checked.id)] : []),
  ];
}
