/** After so many minutes without a request a session ends: a working day is one session, the next one is not. */
export const idleMinutes = 12 * 60;

/** The same for PostgreSQL. */
export const idleInterval = `interval '${idleMinutes} minutes'`;

/** One that has less than this before it is prolonged by a request: not each of them is a write. */
export const staleInterval = `interval '${idleMinutes - 10} minutes'`;
