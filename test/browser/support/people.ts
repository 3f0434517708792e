import type { Acts } from '../../../contract/pages/act.js';
import type { JourneyItem } from '../../../contract/journeys/journey.js';
import type { Me } from '../../../contract/access.js';
import type { Seat, World } from './world.js';

const taken = new Set<string>();

/**
 * Somebody whom the coach at that screen accompanies, of whom something holds; nobody twice, so that tests don't meet.
 * @throws where the demonstration has no such person
 */
export async function somebody(
  world: World,
  seat: Seat,
  holds: (item: JourneyItem, acts: () => Promise<Acts>) => boolean | Promise<boolean>,
): Promise<JourneyItem> {
  const { email } = await world.api<Me>(seat, 'GET', '/me');
  const path = `/journeys?limit=200&sort=name&coach=${encodeURIComponent(email)}`;
  const { items } = await world.api<{ items: JourneyItem[] }>(seat, 'GET', path);
  for (const item of items) {
    const acts = (): Promise<Acts> => world.api<Acts>(seat, 'GET', `/journeys/${item.id}/acts`);
    if (taken.has(item.id) || !(await holds(item, acts))) continue;
    taken.add(item.id);
    return item;
  }
  throw new Error('The demonstration has nobody for this test among this coach’s people.');
}

/** The id of anybody whom whoever sits there sees in full: to be looked at, by several tests, and changed by none. */
export async function anybody(world: World, seat: Seat): Promise<string> {
  const { role } = await world.api<Me>(seat, 'GET', '/me');
  const own = role === 'coach' ? '&coach=me' : '';
  const path = `/journeys?limit=1&open=true&sort=name${own}`;
  const { items } = await world.api<{ items: JourneyItem[] }>(seat, 'GET', path);
  if (!items[0]) throw new Error('The demonstration has nobody.');
  return items[0].id;
}

/** The first letters by which somebody is found, and nobody else before her. */
export const lettersOf = ({ name }: JourneyItem, count = 3): string =>
  (name.familyName ?? '').slice(0, count);

export const fullName = ({ name }: JourneyItem): string => `${name.givenName} ${name.familyName}`;
