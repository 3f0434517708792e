import type { Saved, Wish } from './wishes.js';
import { newKey } from './wishes.js';

/**
 * The wish that takes another back: what was recorded is withdrawn and stays readable, what was set is lifted,
 * what was stopped goes on. */
export function undoOf({ wish, undo }: Saved): Wish | undefined {
  if (undo === undefined) return undefined;
  const withdraws = undo.endsWith('/withdrawal');
  const releases = undo.endsWith('/release');
  return {
    key: newKey(),
    label: wish.label,
    call: { method: withdraws || releases ? 'POST' : 'DELETE', path: undo },
    ...(withdraws && { body: { reason: 'undone_at_once' } }),
  };
}
