import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Any number that nobody else uses in a database. */
const number = 0x6c6f7473;

/** The command at which a script waits until the gate is opened. */
export const waitAtGate = `SELECT pg_advisory_lock_shared(${number});`;

/** Holds back whoever comes, so that all begin at once. */
export interface Gate {
  /** Until so many wait; rejects when the gate is opened before. */
  waitFor(many: number): Promise<void>;
  open(): Promise<void>;
}

/** Closes the gate of a database. */
export async function closeGate(url: string): Promise<Gate> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SELECT pg_advisory_lock($1)', [number]);
  const waiting = async (): Promise<number> => {
    const { rows } = await client.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`,
      [number],
    );
    return rows[0]?.waiting ?? 0;
  };
  let closed = true;
  return {
    waitFor: async (many) => {
      while ((await waiting()) < many) await wait(20);
    },
    open: async () => {
      if (!closed) return;
      closed = false;
      await client.end(); // the lock goes with the session
    },
  };
}
