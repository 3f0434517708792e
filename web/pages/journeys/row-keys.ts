/** What a key means in the list. */
export type Meant =
  { does: 'move'; step: number; extends: boolean } | { does: 'toggle' | 'all' | 'clear' | 'peek' | 'open' };

interface Where {
  /** The focus is in the list. */
  isInside: boolean;
  /** It is on a row. */
  isAtRow: boolean;
  /** Keys such as `j` may be used. */
  singleKeys: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };
const insideSteps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Arrows move, with Shift they choose as they go; `j` and `k` move from anywhere on the page; `x` chooses a row, `Strg A`
 * everybody, Escape nobody; Enter looks at somebody beside the list, `o` opens her page.
 */
export function meantBy(pressed: Pressed, { isInside, isAtRow, singleKeys }: Where): Meant | undefined {
  const { key, shiftKey } = pressed;
  if (pressed.ctrlKey || pressed.metaKey) return key === 'a' && isInside ? { does: 'all' } : undefined;
  const step = isInside ? insideSteps[key] : undefined;
  if (step !== undefined) return { does: 'move', step, extends: shiftKey && isAtRow };
  const anywhere = singleKeys ? steps[key] : undefined;
  if (anywhere !== undefined) return { does: 'move', step: anywhere, extends: false };
  if (key === 'Escape' && isInside) return { does: 'clear' };
  if (!isAtRow) return undefined;
  if (key === 'Enter') return { does: 'peek' };
  if (!singleKeys) return undefined;
  if (key === 'x') return { does: 'toggle' };
  return key === 'o' ? { does: 'open' } : undefined;
}
