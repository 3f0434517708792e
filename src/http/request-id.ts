import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const wellFormed = /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * The id under which a request stands in the log and in its answer: a proxy's own where it is a UUID or 32 hex digits,
 * so that its log and ours can be read side by side, else a new one. Anything else could carry a name into the log.
 */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && wellFormed.test(given) ? given.toLowerCase() : randomUUID();
}
