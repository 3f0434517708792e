import type { RouteEntry, RouteTable } from '../../contract/routes/route.js';
import type { GuestPage } from './guest-pages.js';
import type { LogLine } from './log.js';
import type { Problem } from './problem.js';

/** What the edge has to know from outside. */
export interface HttpSettings {
  routes: RouteTable;
  /** Where people reach Lotse, for example `https://lotse.example.org`. */
  publicUrl: string;
  /** The version that `/api/openapi.json` names. */
  version: string;
  /** JSON Schemas of bodies that hang on what is installed, such as a milestone's fields. */
  bodies?: ReadonlyMap<RouteEntry, unknown>;
  /** Turns an error of another layer, such as a refusal by the rules, into a problem in the reader's language. */
  translate?: (error: unknown, acceptLanguage: string | undefined) => Problem | undefined;
  /** Whether the demonstration is on: routes of it are there then only. */
  demonstration?: boolean;
  /** Headers of every answer, asked for each time: `X-Lotse-Demo` comes and goes. */
  headers?: () => Readonly<Record<string, string>>;
  /** Pages of another origin that may call a part of the API. */
  guests?: readonly GuestPage[];
  /** Told of every request that was answered. */
  observe?: (request: AnsweredRequest) => void;
  /** Where log lines go; standard output where nothing is said. */
  log?: (line: LogLine) => void;
}

/** A request as it may be told of: the route's pattern, never the address, for a query may hold a name. */
export interface AnsweredRequest {
  method: string;
  route: string | null;
  status: number;
  ms: number;
}
export const HTTP_SETTINGS = Symbol('HttpSettings');
