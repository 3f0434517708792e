/** SQLSTATE `disk_full`: nothing more can be written; what is there can be read. */
const diskFull = '53100';

/** So long a refusal for want of room is told on the health page; each further one begins anew. */
const toldForMs = 2 * 60_000;

let lastSeen = -Infinity;

/** Whether the database refused to write because its disk is full; remembered for `wasFullLately`. */
export function isDatabaseFull(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: unknown };
  if (driverError !== undefined) return isDatabaseFull(driverError);
  if (code !== diskFull) return false;
  lastSeen = performance.now();
  return true;
}

/** Whether this process was refused for want of room within the last two minutes. */
export function wasFullLately(): boolean {
  return performance.now() - lastSeen < toldForMs;
}
