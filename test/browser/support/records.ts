import type { EventView } from '../../../contract/journeys/event.js';
import type { Message } from '../../../contract/journeys/deadline.js';
import type { Journey, JourneyItem } from '../../../contract/journeys/journey.js';
import { historyOf } from './history.js';
import { somebody } from './people.js';
import type { Seat, World } from './world.js';

/** What the server says of a journey now. */
export const journeyOf = (world: World, seat: Seat, id: string): Promise<Journey> =>
  world.api(seat, 'GET', `/journeys/${id}`);

/** The last event of that type in a journey. */
export const lastEvent = async (
  world: World,
  seat: Seat,
  id: string,
  type: string,
): Promise<EventView | undefined> =>
  (await historyOf(world, seat, id)).findLast((event) => event.type === type);

/** Somebody whom the coach at that screen accompanies, and who was written to, or will be. */
export const writtenTo = (world: World, seat: Seat): Promise<JourneyItem> =>
  somebody(world, seat, async ({ id, open }) => {
    if (!open) return false;
    const path = `/journeys/${id}/messages?limit=50`;
    const { items } = await world.api<{ items: Message[] }>(seat, 'GET', path);
    return items.some(({ to }) => to === 'participant');
  });
