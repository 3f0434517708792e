import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { SentMilestone } from './recorded.js';

/** A milestone's two statements, or only that which writes. */
export type Part = 'statement' | 'milestone';

/** Deals journeys out; each hand's milestones go round through its journeys, as callers' do. */
export function dealtTo(clients: number, journeys: readonly SentMilestone[][]): SentMilestone[][] {
  return Array.from({ length: clients }, (_, client) => {
    const own = journeys.filter((_journey, index) => index % clients === client);
    const rounds = Math.max(0, ...own.map(({ length }) => length));
    return Array.from({ length: rounds }, (_round, number) =>
      own.flatMap((each) => each[number] ?? []),
    ).flat();
  });
}

/**
 * Writes what pgbench plays: each client prepares Lotse's statements as a connection of Lotse's does, then carries out
 * its own milestones with the parameters that a Lotse has sent.
 */
export async function writeScript(
  file: string,
  hands: readonly SentMilestone[][],
  part: Part,
): Promise<void> {
  const out = createWriteStream(file);
  const write = async (line: string): Promise<void> => {
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  };
  const [first] = hands[0] ?? [];
  if (!first) throw new Error('There is nothing to play');
  if (part === 'milestone') await write(`PREPARE load AS ${first.load.text};`);
  await write(`PREPARE commit AS ${first.commit.text};`);
  for (const [client, milestones] of hands.entries()) {
    await write(`\\if :client_id = ${client}`);
    for (const { load, commit } of milestones) {
      if (part === 'milestone') await write(execute('load', load.values.map(literal)));
      await write(execute('commit', commit.values.map(literal).with(recordedAt, now)));
    }
    await write('\\endif');
  }
  out.end();
  await once(out, 'close');
}

/** The one value that is another one when it is played: an instant that the store lets pass only when it is now. */
const recordedAt = 4;
const now = `date_trunc('milliseconds', clock_timestamp())`;

const execute = (name: string, values: readonly string[]): string =>
  `EXECUTE ${name} (${values.join(', ')});`;

/** A value as SQL has it; its type follows from the prepared statement. */
function literal(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`;
}
