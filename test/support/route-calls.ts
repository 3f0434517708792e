import type { RouteEntry } from '../../contract/routes/route.js';
import type { Answer, Api, Sent } from './api.js';

/** What a path's parameters stand for, by what they name: `journey`, `deadline`, `module`, … */
export type Ids = Readonly<Record<string, string>>;

/** What `:id` names of what is no journey's. */
const ownIds = [
  ['/api/v1/views/', 'view'],
  ['/api/v1/bulk/', 'bulk'],
] as const;

/** The address of a route for these ids, with its example's query. */
export function addressOf({ path, permission, examples }: RouteEntry, ids: Ids): string {
  const isOfJourney = permission !== 'public' && permission.scope === 'journey';
  const what = isOfJourney ? 'journey' : (ownIds.find(([start]) => path.startsWith(start))?.[1] ?? 'import');
  const idOf = (permission !== 'public' && permission.idOf) || what;
  const names: Record<string, string> = { id: idOf, moduleId: 'module', recordId: 'record' };
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => ids[names[name] ?? name] ?? '');
  const asked = examples?.query ?? {};
  const query = new URLSearchParams({
    ...asked,
    ...('for' in asked && { for: ids['journey'] ?? '' }),
  }).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

/** Calls a route with its example's query and body, or with another body. */
export function callRoute(api: Api, entry: RouteEntry, ids: Ids, sent: Sent): Promise<Answer> {
  const example = entry.examples?.body;
  const isFile = entry.body !== undefined && 'bytes' in entry.body;
  const body = isFile
    ? { file: { type: 'text/csv', text: String(example) } }
    : example !== undefined && { body: example };
  return api.call(entry.method, addressOf(entry, ids), { ...body, ...sent });
}
