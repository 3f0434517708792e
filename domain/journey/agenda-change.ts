import type { Agenda, AgendaByClass, AgendaDiff } from '../deadlines/agenda.js';
import { diffAgenda } from '../deadlines/diff.js';
import { isWaiting } from '../messages/message-state.js';
import { whyCancelled } from '../messages/why-cancelled.js';
import { recordStands } from './facts.js';
import type { JourneyState } from './state.js';

/** What has to be recorded so that a journey's agenda is the planned one; `undefined` when it is already. */
export function agendaChange(
  state: JourneyState,
  planned: AgendaByClass,
): { case?: AgendaDiff; status?: AgendaDiff } | undefined {
  const stands = (record: string): boolean => recordStands(state, record);
  const half = (recorded: Agenda, wanted: Agenda): AgendaDiff | undefined => {
    const diff = diffAgenda(recorded, wanted, stands);
    const why = diff && reasonsOf(diff.cancelled, recorded, state, planned);
    return diff && { ...diff, ...(why && { why }) };
  };
  const own = half(state.case.agenda, planned.case);
  const status = half(state.status.agenda, planned.status);
  return own || status ? { ...(own && { case: own }), ...(status && { status }) } : undefined;
}

/** Why each of them will not be told; what was told, or is under way, has an outcome of its own. */
function reasonsOf(
  cancelled: readonly string[],
  { items }: Agenda,
  state: JourneyState,
  planned: AgendaByClass,
): Record<string, string> | undefined {
  const { messages, notices } = state.plain;
  const reasons = cancelled.flatMap((key): [string, string][] => {
    const item = items[key];
    if (!item?.to || !isWaiting(messages[key]) || notices[key] !== undefined) return [];
    return [[key, whyCancelled(item, state, planned)]];
  });
  return reasons.length > 0 ? Object.fromEntries(reasons) : undefined;
}
