import { newestOf, type Result } from '../kept.js';

/** The newest whole run of a folder, the newest short one where there is no other. */
export function newestResult(folder: string): Result {
  const newest = newestOf('full', folder) ?? newestOf('short', folder);
  if (newest === undefined) throw new Error(`Nothing was measured yet: ${folder} is empty`);
  return newest;
}
