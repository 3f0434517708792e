import { waitAtGate } from './gate.js';
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
 * What pgbench plays for one of the hands: it prepares Lotse's statements as a connection of Lotse's does, then carries
 * out its milestones with the parameters that a Lotse has sent.
 */
export function scriptOf(hand: readonly SentMilestone[], part: Part): string {
  if (hand.length === 0) throw new Error('There is nothing to play');
  const loading = part === 'milestone';
  const sent = hand.flatMap(({ load, commit }) => [...(loading ? [load] : []), commit]);
  // what is committed has a text for each set of read models that change
  const texts = new Map(sent.map(({ name, text }) => [name, text]));
  return [
    ...[...texts].map(([name, text]) => `PREPARE "${name}" AS ${text};`),
    waitAtGate,
    ...hand.flatMap(({ load, commit }) => [
      ...(loading ? [execute(load.name, load.values.map(literal))] : []),
      execute(commit.name, commit.values.map(literal).with(recordedAt, now)),
    ]),
    '',
  ].join('\n');
}

/** The one value that is another one when it is played: an instant that the store lets pass only when it is now. */
const recordedAt = 4;
const now = `date_trunc('milliseconds', clock_timestamp())`;

const execute = (name: string, values: readonly string[]): string =>
  `EXECUTE "${name}" (${values.join(', ')});`;

/** A value as SQL has it; its type follows from the prepared statement. */
function literal(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`;
}
