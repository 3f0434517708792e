import type { Message } from '../../../contract/journeys/deadline.js';

const isAhead = ({ state }: Message): boolean =>
  state === 'planned' || state === 'held' || state === 'sending';

const isOver = ({ state }: Message): boolean => state === 'cancelled' || state === 'suppressed';

/** What comes, the next first; then what went out, the last first; then what did not, the last first. */
export function inOrder(messages: readonly Message[]): Message[] {
  const ahead = messages.filter(isAhead).sort((a, b) => a.plannedFor.localeCompare(b.plannedFor));
  const past = messages.filter((message) => !isAhead(message)).sort(byLast);
  return [...ahead, ...past.filter((each) => !isOver(each)), ...past.filter(isOver)];
}

const byLast = (a: Message, b: Message): number =>
  b.stateSince.localeCompare(a.stateSince) || a.plannedFor.localeCompare(b.plannedFor);
