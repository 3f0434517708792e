import type { Act, Need } from '../../contract/pages/act.js';
import type { RouteEntry } from '../../contract/routes/route.js';
import type { Command } from '../../domain/journey/commands/index.js';

/** What an act sends, as JSON. */
export type Body = Record<string, unknown>;

/** An act that may be offered, before the rules were asked. */
export interface Draft extends Pick<Act, 'key' | 'group' | 'label'> {
  words?: readonly string[];
  /** Says path, method, and which roles may. */
  route: RouteEntry;
  /** Of the path: `id` and whatever else it names. */
  params: Readonly<Record<string, string>>;
  body: Body;
  needs: readonly Need[];
  light?: true;
  confirm?: string;
  /** Where not all of the route's roles may. */
  recordedBy?: readonly string[];
  /** A form that may be sent as it is preset, and then says nothing new: it is offered all the same. */
  sayingNothingIsFine?: true;
  /** The command that the route makes of this body. */
  wish(body: Body): Command;
}

/** Where an act is sent to. */
export const callOf = ({ route: { method, path }, params }: Draft): Act['call'] => ({
  // nothing is done by reading
  method: method === 'GET' ? 'POST' : method,
  path: path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
});
