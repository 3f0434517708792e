import type { AgendaItem } from '../deadlines/agenda.js';
import type { MessageAct } from '../journey/state.js';

export type MessageState = 'planned' | 'held' | 'sending' | 'sent' | 'failed' | 'cancelled' | 'suppressed';

/**
 * Every message to a participant is in exactly one state: what was done about it, else where it stands in the plan.
 * @param ahead whether it is still on the agenda
 */
export function messageState(act: MessageAct | undefined, item: AgendaItem, ahead: boolean): MessageState {
  switch (act?.state) {
    case undefined:
    case 'planned_again':
      return !ahead ? 'cancelled' : item.held ? 'held' : 'planned';
    case 'deferred':
    case 'held_back':
      return ahead ? 'held' : 'cancelled';
    case 'sending':
    case 'sent':
    case 'failed':
    case 'suppressed':
      return act.state;
  }
}

/** Whether it has no outcome, and is not being sent either. */
export const isWaiting = (act: MessageAct | undefined): boolean =>
  act === undefined || act.state === 'deferred' || isByHand(act);

/** Whether it was not handed over yet, or is to be as if it never was: it may be moved, and goes with what is due then. */
export const isYetToGo = (act: MessageAct | undefined): boolean =>
  act === undefined || isByHand(act) || (act.state === 'deferred' && triesOf(act) === 0);

const isByHand = ({ state }: MessageAct): boolean => state === 'held_back' || state === 'planned_again';

/** How often it was tried, since it was last to be sent again. */
export const triesOf = (act: MessageAct | undefined): number => (act ? act.attempt - (act.earlier ?? 0) : 0);

/** Whether a reason is what the server has answered: then it has not taken the mail. A time-out says nothing of that. */
export const isServersAnswer = (why: string): boolean => /^smtp_[45]\d\d$/.test(why);
