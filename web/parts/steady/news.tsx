import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { say } from '../../texts/steady.js';

/** A burst of news is told once in so long. */
const calmMs = 10_000;

interface NewsProps {
  n: number;
  /** Lets them in; whoever shows the list then takes the focus. */
  onShow: () => void;
}

/** How many entries are new, and the button that lets them in. */
export function News({ n, onShow }: NewsProps) {
  const told = useCalm(n);
  return (
    <>
      <span role="status" className="visually-hidden">
        {told > 0 && say('news', { n: told })}
      </span>
      {n > 0 && (
        <Button variant="light" size="compact-md" onClick={onShow} data-news>
          {say('show', { n })}
        </Button>
      )}
    </>
  );
}

/** Follows a number, but not more often than every ten seconds. */
function useCalm(n: number): number {
  const [told, setTold] = useState(n);
  const last = useRef(0);
  useEffect(() => {
    if (n === told) return undefined;
    const wait = Math.max(0, last.current + calmMs - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setTold(n);
    }, wait);
    return () => clearTimeout(timer);
  }, [n, told]);
  return told;
}
