import { read } from './request.js';

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** As many as most lists give at once. */
const usual = 200;

export function page<Item>(path: string, signal?: AbortSignal): Promise<Page<Item>> {
  return read<Page<Item>>(path, signal);
}

/**
 * Every item of a list, page by page.
 * @param atOnce as many as that list gives at once
 */
export async function all<Item>(path: string, signal?: AbortSignal, atOnce = usual): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const url = new URL(path, location.origin);
    url.searchParams.set('limit', String(atOnce));
    if (cursor !== null) url.searchParams.set('cursor', cursor);
    const found: Page<Item> = await page<Item>(url.pathname + url.search, signal);
    items.push(...found.items);
    cursor = found.nextCursor;
  } while (cursor !== null);
  return items;
}
