import type { EventView } from '../../../contract/journeys/event.js';
import type { Seat, World } from './world.js';

/** Everything that has happened in a journey, in order. */
export async function historyOf(world: World, seat: Seat, id: string): Promise<EventView[]> {
  const events: EventView[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/journeys/${id}/events?limit=200${more}`;
    const found: { items: EventView[]; nextCursor: string | null } = await world.api(seat, 'GET', path);
    events.push(...found.items);
    cursor = found.nextCursor;
  }
  return events;
}
