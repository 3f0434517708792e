import { invalidInput } from '../http/problems.js';

/** `?limit=&cursor=` of a list. */
export interface Paging {
  limit: number;
  cursor?: string | undefined;
}

/** One page; `nextCursor` is null on the last one. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A cursor holds where the page ended; it is opaque to clients. */
export const cursorAt = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * Reads a cursor of ours.
 * @throws Problem 422 for one that is none, or that belongs to another list
 */
export function placeOf<Place>(
  cursor: string | undefined,
  isPlace: (value: unknown) => value is Place,
): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isPlace(place)) return place;
  } catch {
    // not even JSON: refused like any other
  }
  throw invalidInput([
    {
      pointer: '/cursor',
      code: 'invalid-cursor',
      message: 'found a cursor that is not from this list, expected nextCursor of its last page',
      in: 'query',
    },
  ]);
}

/** A page of a list that is held whole, sorted by a key of its items. */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, cursor }: Paging,
): Page<Item> {
  const after = placeOf(cursor, isText);
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { items: page, nextCursor: last && rest.length > limit ? cursorAt(keyOf(last)) : null };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Where a page of items across journeys ended: by what they are sorted, and the last one's id. */
export type ItemPlace = [key: string, id: string];

export const isItemPlace = (value: unknown): value is ItemPlace =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === 'string') &&
  /^[0-9a-f-]{36}$/.test(String(value[1]));

/** An instant in a cursor, as PostgreSQL reads it too: with a year, which is not 0. */
export function isInstant(key: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(key) && !key.startsWith('0000') && !Number.isNaN(Date.parse(key));
}
