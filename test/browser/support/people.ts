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

interface Colleague {
  email: string;
  role: string;
  name: string;
}

/** The coach with the fewest people in a phase, twelve at least, and another one to whom they can be given. */
export async function handingOver(
  world: World,
  seat: Seat,
  phase: string,
): Promise<{ from: Colleague; to: Colleague; items: JourneyItem[] }> {
  const { items: colleagues } = await world.api<{ items: Colleague[] }>(seat, 'GET', '/colleagues?limit=200');
  const coaches = colleagues.filter(({ role }) => role === 'coach');
  const lists = await Promise.all(
    coaches.map(async (from) => {
      const path = `/journeys?limit=400&open=true&phase=${phase}&coach=${encodeURIComponent(from.email)}`;
      return { from, ...(await world.api<{ items: JourneyItem[] }>(seat, 'GET', path)) };
    }),
  );
  const found = lists
    .toSorted((one, other) => one.items.length - other.items.length)
    .find(({ items }) => items.length >= 12);
  const to = coaches.find(({ email }) => email !== found?.from.email);
  if (!found || !to) throw new Error('The demonstration has no coach with twelve people in this phase.');
  return { from: found.from, to, items: found.items };
}
