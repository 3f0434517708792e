/**
 * Runs in the worker alone, before its own code: whatever asks this process for the time is told a wrong one. The
 * workflows' own time is the server's, and no part of this.
 */
const shift = (offsetFile: string): string => `
  import { readFileSync } from 'node:fs';
  if (process.argv[1]?.endsWith('/worker.js')) {
    const Real = Date;
    const ahead = () => Number(readFileSync(${JSON.stringify(offsetFile)}, 'utf8')) || 0;
    globalThis.Date = class Date extends Real {
      constructor(...given) {
        given.length === 0 ? super(Real.now() + ahead()) : super(...given);
      }
      static now() {
        return Real.now() + ahead();
      }
    };
  }`;

/**
 * The environment of a Lotse whose worker's clock is wrong.
 * @param offsetFile holds by how many milliseconds it is ahead; may be changed while it runs
 */
export const shiftedWorkerClock = (offsetFile: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shift(offsetFile))}`,
});
