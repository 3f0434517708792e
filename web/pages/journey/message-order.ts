import type { Message } from '../../../contract/journeys/deadline.js';

const isAhead = ({ state }: Message): boolean =>
  state === 'planned' || state === 'held' || state === 'sending';

/** What comes, the next first; then what was, the last first; then what will not be. */
export function inOrder(messages: readonly Message[]): Message[] {
  const ahead = messages.filter(isAhead).sort((a, b) => a.plannedFor.localeCompare(b.plannedFor));
  const past = messages.filter((message) => !isAhead(message));
  return [
    ...ahead,
    ...past.sort(
      (a, b) => b.stateSince.localeCompare(a.stateSince) || a.plannedFor.localeCompare(b.plannedFor),
    ),
  ];
}
