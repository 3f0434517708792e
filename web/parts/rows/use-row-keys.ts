import { useEffect, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '../../api/reads.js';
import { isBusyElsewhere, usesSingleKeys } from '../../shell/global-keys.js';

/**
 * Keys for a list of rows (`data-row`): `j` `k` or arrows move, `e` and `1`–`9` press the row's acts, `s` its snooze, `w`
 * its "why", `o` opens what its link (`data-open`) leads to.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const me = useMe();
  const navigate = useNavigate();
  useEffect(() => {
    if (!usesSingleKeys(me)) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const row = rows[at] ?? rows[0];
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        const next = at === -1 ? rows[0] : rows[Math.max(0, Math.min(rows.length - 1, at + step))];
        if (!next) return;
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
        return;
      }
      if (!row) return;
      const pressed = targetOf(event.key, row);
      if (pressed === undefined) return;
      event.preventDefault();
      if (pressed instanceof HTMLAnchorElement && event.key === 'o')
        void navigate(pressed.getAttribute('href') ?? '/');
      else pressed.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, me, navigate]);
}

function targetOf(key: string, row: HTMLElement): HTMLElement | undefined {
  const acts = [...row.querySelectorAll<HTMLElement>('[data-act]')];
  if (key === 'e') return acts[0];
  if (/^[1-9]$/.test(key)) return acts[Number(key) - 1];
  if (key === 's') return acts.find(({ dataset }) => dataset['act']?.startsWith('flag.snooze'));
  if (key === 'w') return row.querySelector<HTMLElement>('[data-why]') ?? undefined;
  if (key === 'a') return row.querySelector<HTMLElement>('[data-call]') ?? undefined;
  if (key === 'o') return row.querySelector<HTMLElement>('[data-open]') ?? undefined;
  return undefined;
}
