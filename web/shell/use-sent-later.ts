import { useEffect } from 'react';
import { client } from '../api/client.js';
import { connection, useAway } from '../api/connection.js';
import { Refused } from '../api/problem.js';
import { read } from '../api/request.js';
import { sendWaiting, useWaiting } from '../api/wishes.js';
import { say } from '../texts/shell.js';
import { announce } from './undo/announce.js';

/** So often a server that is away is asked whether it is back. */
const everyMs = 3000;

/** As long as the server is away, or something waits, it is asked again; then what waits is sent, in order. */
export function useSentLater(): void {
  const away = useAway();
  const waits = useWaiting().length > 0;
  useEffect(() => {
    if (!away && !waits) return undefined;
    const timer = setInterval(() => void tryAgain(), everyMs);
    return () => clearInterval(timer);
  }, [away, waits]);
}

let trying = false;

async function tryAgain(): Promise<void> {
  if (trying) return;
  trying = true;
  try {
    await read('/health/live');
    let refused = false;
    await sendWaiting((wish, error) => {
      refused = true;
      announce(
        say('refusedLater', { label: wish.label, reason: error instanceof Refused ? error.message : '' }),
        'alert',
      );
    });
    await client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    if (!refused && !connection.isAway()) announce(say('sentNow'));
  } catch {
    // still away: the next round asks again
  } finally {
    trying = false;
  }
}
