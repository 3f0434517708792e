import type { JourneyState } from '../journey/state.js';
import type { Instant } from '../time.js';
import type { AgendaItem } from './agenda.js';
import { later, nextAllowed, soon, type Windows } from './windows.js';

/**
 * A claim without an outcome is settled after this time by sending again with the same Message-ID: longer than any
 * SMTP dialogue lasts, short enough that "late" stays minutes.
 */
export const settleAfterSeconds = 5 * 60;

/** What was done, failed or was suppressed is over; what is under way comes again when it has to be settled. */
export function stillToDo(item: AgendaItem, { plain }: JourneyState, windows: Windows): AgendaItem[] {
  if (item.act === 'notify') return plain.notices[item.key] === undefined ? [item] : [];
  const act = plain.messages[item.key];
  const again = (at: Instant): AgendaItem[] => [{ ...item, at: nextAllowed(at, plain.journey, windows) }];
  switch (act?.state) {
    case undefined:
      return [item];
    case 'sending':
      return again(later(act.since, settleAfterSeconds));
    case 'deferred':
      return again(act.until ?? act.since);
    case 'held_back':
      return [{ ...item, held: 'held_back' }];
    case 'planned_again': {
      // as what a click causes, so that an undo reaches it
      const first = soon(act.since, item.key);
      return item.at > first ? [item] : again(first);
    }
    case 'sent':
    case 'failed':
    case 'suppressed':
      return [];
  }
}
