import { say } from '../texts/common.js';

/** A key or several, as they stand on the keyboard of whoever reads; `Strg` and `Umschalt` are put into words. */
export function Key({ of }: { of: string }) {
  return <kbd>{of.replace('Strg', say('ctrl')).replace('Umschalt', say('shift'))}</kbd>;
}
