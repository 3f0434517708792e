import type { AgendaItem } from '../deadlines/agenda.js';
import type { MessageAct } from '../journey/state.js';

export type MessageState = 'planned' | 'held' | 'sending' | 'sent' | 'failed' | 'cancelled' | 'suppressed';

/**
 * Every message to a participant is in exactly one state: what was done about it, else where it stands in the plan.
 * @param ahead whether it is still on the agenda
 */
export function messageState(act: MessageAct | undefined, item: AgendaItem, ahead: boolean): MessageState {
  if (act === undefined || act.state === 'deferred') {
    if (!ahead) return 'cancelled';
    return act || item.held ? 'held' : 'planned';
  }
  return act.state;
}
