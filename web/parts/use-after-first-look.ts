import { startTransition, useEffect, useState } from 'react';

/** True once what is on the screen first has been drawn: what is further down comes after it, and holds up no key. */
export function useAfterFirstLook(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => startTransition(() => setDrawn(true))));
    return () => cancelAnimationFrame(frame);
  }, []);
  return drawn;
}
