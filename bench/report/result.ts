import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../kept.js';

/** The newest whole run of a folder, the newest short one where there is no other. */
export function newestResult(folder: string): Result {
  const names = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d(-short)?\.json$/.test(name));
  const whole = names.filter((name) => !name.includes('short'));
  const newest = (whole.length > 0 ? whole : names).toSorted().at(-1);
  if (newest === undefined) throw new Error(`Nothing was measured yet: ${folder} is empty`);
  return JSON.parse(readFileSync(join(folder, newest), 'utf8')) as Result;
}
