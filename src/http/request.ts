import type { FastifyRequest } from 'fastify';
import type { InputOf, RouteEntry } from '../../contract/routes/route.js';
import type { Access } from './guards/access-to.js';
import type { Account, FoundJourney } from './ports.js';

/** What guards and the input check leave on a request for the handler. */
export interface LotseRequest extends FastifyRequest {
  account?: Account;
  access?: Access;
  journey?: FoundJourney;
  input?: InputOf<RouteEntry>;
}
