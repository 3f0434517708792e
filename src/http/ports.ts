import type { Role } from '../../contract/access.js';

/** The account behind a request. `communes: null` is the whole region. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  communes: string[] | null;
  phone: string | null;
}

/** What a request shows to say whose it is. */
export interface Credential {
  kind: 'token' | 'session';
  secret: string;
}

/** Finds the account behind a credential; `undefined` where it is unknown, expired or disabled. */
export interface Authentication {
  /** @param use `watch`: nobody does anything, a page is only open; it prolongs no session */
  accountOf(credential: Credential, use?: 'act' | 'watch'): Promise<Account | undefined>;
}
export const AUTHENTICATION = Symbol('Authentication');

/** What decides who may see a journey. `coachId` is an account's id. */
export interface JourneyInScope {
  commune: string;
  coachId: string | null;
}

/** A journey as the checks have found it, for whatever comes after them; `programme` is the one it goes by. */
export interface FoundJourney extends JourneyInScope {
  programme: string;
}

/** Finds the journey behind a path's `:id`, a UUID; `kind` is `journey` or what the route's `idOf` says. */
export interface JourneyScope {
  find(id: string, kind: string): Promise<FoundJourney | undefined>;
}
export const JOURNEY_SCOPE = Symbol('JourneyScope');

/** An act whose permission hangs on what its body names, before that body is checked. */
export interface NamedAct {
  kind: 'milestone' | 'opening' | 'bulk';
  account: Account;
  /** Of a route whose scope is a journey. */
  journey: FoundJourney | undefined;
  /** As it came: whatever is wrong with it is told later. */
  body: unknown;
}

/** Refuses an act that the role may do in general, but not of this kind. */
export interface ActPermission {
  /** @throws Problem 403 */
  require(act: NamedAct): Promise<void>;
}
export const ACT_PERMISSION = Symbol('ActPermission');
