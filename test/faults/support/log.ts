import pg from 'pg';
import { namedId } from '../../../src/named-id.js';
import type { Acknowledged } from './writer.js';

/** What the log says, counted from its table and by nobody of Lotse's. */
export interface Log {
  /** How many events an acknowledged command has recorded of the kind it must record, in the journey it was about. */
  times(account: string, command: Acknowledged): number;
  /** How many commands of people stand in it. */
  peoplesCommands: number;
  /** How often a mail to a participant was claimed, by its key. */
  claims: ReadonlyMap<string, number>;
  /** How often it is said to have been sent, by its key. */
  sent: ReadonlyMap<string, number>;
}

interface Row {
  stream: string;
  command: string;
  type: string;
  actor: string;
  key: string | null;
}

/** Reads the whole log. @param url the superuser's */
export async function logOf(url: string): Promise<Log> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      `SELECT stream_id AS stream, command_id AS command, type, actor->>'kind' AS actor, data->>'key' AS key
         FROM es.event`,
    );
    const recorded = counted(rows.map(({ stream, command, type }) => `${stream} ${command} ${type}`));
    return {
      times: (account, { route, key, event, journey }) =>
        recorded.get(`${journey} ${namedId(`${route}|${key}`, account)} ${event}`) ?? 0,
      peoplesCommands: new Set(rows.filter(({ actor }) => actor === 'person').map(({ command }) => command))
        .size,
      claims: counted(keysOf(rows, 'MessageSending')),
      sent: counted(keysOf(rows, 'MessageSent')),
    };
  } finally {
    await client.end();
  }
}

const keysOf = (rows: readonly Row[], wanted: string): string[] =>
  rows.filter(({ type }) => type === wanted).map(({ key }) => key ?? '');

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
