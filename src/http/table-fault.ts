import type { z } from 'zod';
import type { RouteEntry, RouteTable } from '../../contract/routes/route.js';
import { jsonSchema } from './openapi/json-schema.js';

/** What is wrong with a table of routes in itself, in one line; `undefined` if nothing is. */
export function tableFault(routes: RouteTable): string | undefined {
  const paths = new Map<string, string>();
  for (const [name, entry] of Object.entries(routes)) {
    const fault = entryFault(entry);
    if (fault !== undefined) return `The route "${name}" ${fault}.`;
    const path = `${entry.method} ${entry.path.replaceAll(/:\w+/g, ':')}`;
    const other = paths.get(path);
    if (other !== undefined) return `The routes "${name}" and "${other}" have the same path.`;
    paths.set(path, name);
  }
  return undefined;
}

function entryFault({ method, path, permission, query, body }: RouteEntry): string | undefined {
  if (permission !== 'public') {
    if (permission.scope === 'journey' && !path.includes('/:id'))
      return 'has the scope of a journey but no :id';
    if (permission.reducedView && method !== 'GET') return "writes to a colleague's journey";
  }
  if (query && isLoose(query)) return 'takes unknown fields in its query';
  if (body && !('bytes' in body) && isLoose(body)) return 'takes unknown fields in its body';
  return undefined;
}

/** Whether any object in a schema would let unknown fields pass unseen. */
function isLoose(schema: z.ZodType): boolean {
  return looseWithin(jsonSchema(schema, 'input'));
}

function looseWithin(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { properties, additionalProperties } = node as {
    properties?: unknown;
    additionalProperties?: unknown;
  };
  if (properties !== undefined && additionalProperties === undefined) return true;
  return Object.values(node).some(looseWithin);
}
