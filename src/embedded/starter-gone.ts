/**
 * Does something once the process that started this one is gone, also where that was before anybody listened: a
 * starter that is killed while this process still loads its code is told of by no event any more.
 */
export function whenStarterIsGone(act: () => void): void {
  process.once('disconnect', act);
  if ('connected' in process && !process.connected) act(); // absent where nobody holds a channel to us
}
