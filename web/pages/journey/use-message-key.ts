import { useEffect, type RefObject } from 'react';
import { useMe } from '../../api/reads.js';
import { isBusyElsewhere, usesSingleKeys } from '../../shell/global-keys.js';

/** The messages may still be on their way when somebody goes to them. */
const patienceMs = 3000;

/** `n` goes to the next message, and from the last one to the first; what is not there yet is brought into sight, and waited for. */
export function useMessageKey(block: RefObject<HTMLElement | null>): void {
  const me = useMe();
  useEffect(() => {
    if (!usesSingleKeys(me)) return undefined;
    let frame = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event))
        return;
      event.preventDefault();
      const until = performance.now() + patienceMs;
      const go = (): void => {
        const lines = [...(block.current?.querySelectorAll<HTMLElement>('[data-message]') ?? [])];
        const at = lines.findIndex((line) => line.contains(document.activeElement));
        const next = lines[at + 1] ?? lines[0];
        next?.focus();
        if (!next && performance.now() < until) frame = requestAnimationFrame(go);
      };
      block.current?.scrollIntoView({ block: 'nearest' });
      cancelAnimationFrame(frame);
      go();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('keydown', onKey);
    };
  }, [me, block]);
}
