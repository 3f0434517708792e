import { useEffect, useState, type KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };

interface Active<Option> {
  /** The one that Enter chooses; none where nothing was found. */
  active: Option | undefined;
  /** The first one is the active one again. */
  restart: () => void;
  /** Takes arrows and Enter. @returns whether it took the key */
  onKey: (event: KeyboardEvent) => boolean;
}

/** Which of the options that were found is the active one; it is kept in sight. */
export function useActive<Option extends { id: string }>(
  options: readonly Option[],
  onChoose: (option: Option, event: KeyboardEvent) => void,
): Active<Option> {
  const [wanted, setWanted] = useState(0);
  const last = options.length - 1;
  const at = Math.max(0, Math.min(wanted, last));
  const active = options[at];
  useEffect(() => {
    if (active) document.getElementById(active.id)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const onKey = (event: KeyboardEvent): boolean => {
    const step = steps[event.key];
    if (step !== undefined) setWanted(Math.max(0, Math.min(last, at + step)));
    else if (event.key === 'Enter' && active) onChoose(active, event);
    else return false;
    event.preventDefault();
    return true;
  };
  return { active, restart: () => setWanted(0), onKey };
}
