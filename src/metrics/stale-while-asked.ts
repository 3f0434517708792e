/**
 * Keeps an answer that costs something: whoever asks gets the known one at once, and when that is old a new one is
 * fetched for the next. Only the first waits. An answer that fails is forgotten, so that nobody is told it for ever.
 */
export function staleWhileAsked<Answer>(
  ask: () => Promise<Answer>,
  keptMs: number,
): () => Promise<Answer | undefined> {
  let known: Answer | undefined;
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    askedAt = performance.now();
    try {
      known = await ask();
    } catch {
      known = undefined;
      askedAt = -Infinity;
    } finally {
      asking = undefined;
    }
  };
  return async () => {
    if (performance.now() - askedAt >= keptMs) {
      asking ??= renew();
    }
    if (known === undefined) await asking;
    return known;
  };
}
