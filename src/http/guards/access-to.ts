import type { Account, JourneyInScope } from '../ports.js';

/** How much of a journey an account sees; a colleague's journey only `reduced`, and never to write. */
export type Access = 'full' | 'reduced';

/** What of an account decides what it sees. */
export type Viewer = Pick<Account, 'id' | 'role' | 'communes'>;

/** Who sees what of a journey; `undefined`: for this account it does not exist. */
export function accessTo(account: Viewer, journey: JourneyInScope): Access | undefined {
  if (account.role === 'admin') return undefined;
  if (account.role === 'coach' && journey.coachId === account.id) return 'full'; // her own, wherever it lies
  if (account.communes && !account.communes.includes(journey.commune)) return undefined;
  if (account.role === 'coordinator' || journey.coachId === null) return 'full';
  return 'reduced';
}
