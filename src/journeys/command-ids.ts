import type { CommandIds } from '../../domain/journey/handle.js';
import { namedId } from '../named-id.js';

/** Names what a command makes and records after the command: the same one names the same things. */
export function idsOf(
  commandId: string,
  {
    correlationId = commandId,
    causationId = commandId,
  }: { correlationId?: string; causationId?: string } = {},
): { idFor(name: string): string; ids: CommandIds } {
  const idFor = (name: string): string => namedId(name, commandId);
  return {
    idFor,
    ids: { commandId, correlationId, causationId, eventId: (index) => idFor(`event|${index}`) },
  };
}
