/**
 * Lets callers make their calls, each one after another: whoever is answered calls again, until the time is up.
 * @param call is told the caller's number
 * @returns the seconds until the last was answered
 */
export async function inClosedLoop(
  callers: number,
  seconds: number,
  call: (caller: number) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = async (caller: number): Promise<void> => {
    while (performance.now() < until) await call(caller);
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => one(caller)));
  return (performance.now() - began) / 1000;
}
