import type { AgendaByClass, AgendaDiff } from '../deadlines/agenda.js';
import { diffAgenda } from '../deadlines/diff.js';
import { recordStands } from './facts.js';
import type { JourneyState } from './state.js';

/** What has to be recorded so that a journey's agenda is the planned one; `undefined` when it is already. */
export function agendaChange(
  state: JourneyState,
  planned: AgendaByClass,
): { case?: AgendaDiff; status?: AgendaDiff } | undefined {
  const stands = (record: string): boolean => recordStands(state, record);
  const own = diffAgenda(state.case.agenda, planned.case, stands);
  const status = diffAgenda(state.status.agenda, planned.status, stands);
  return own || status ? { ...(own && { case: own }), ...(status && { status }) } : undefined;
}
