import { Table } from '@mantine/core';
import type { FlowFigures } from '../../../contract/pages/figures.js';
import { Block } from '../../parts/block.js';
import { Figure } from '../../parts/figures/figure.js';
import figures from '../../parts/figures/figures.module.css';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/leitstand.js';
import { dayInFull } from '../../time/days.js';
import { Span } from './span.js';
import type { Queried } from './queried.js';
import styles from './leitstand.module.css';

type Phase = FlowFigures['phases'][number];

const moves = ['now', 'entered', 'onward', 'back', 'ended'] as const;

interface FlowBlockProps {
  query: Queried<FlowFigures>;
  asText: boolean;
  /** Of a past day: its numbers open nothing. */
  isPast?: boolean;
}

/** How many are in each phase, came and left, and how long that takes: half of them and nine of ten, never a mean. */
export function FlowBlock({ query, asText, isPast = false }: FlowBlockProps) {
  const { data } = query;
  return (
    <Block title={say('flow')} lines={11} query={query}>
      {data && (
        <>
          <p className={styles.note}>{say('flowSince', { day: dayInFull(data.since) })}</p>
          <FlowTable phases={data.phases} asText={asText} isPast={isPast} />
        </>
      )}
    </Block>
  );
}

function FlowTable({
  phases,
  asText,
  isPast,
}: Pick<FlowFigures, 'phases'> & Record<'asText' | 'isPast', boolean>) {
  const longest = asText ? undefined : Math.max(1, ...phases.map(({ span }) => span?.ninthDecile ?? 0));
  return (
    <PlainTable
      name={say('flow')}
      caption={say('flowCaption')}
      className={styles.numbers}
      columns={[
        say('phase'),
        ...([...moves, 'median', 'ninthDecile', 'longer'] as const).map((column) => say(column)),
      ]}
    >
      {phases.map((phase) => (
        <FlowRow key={phase.key} phase={phase} longest={longest} isPast={isPast} />
      ))}
    </PlainTable>
  );
}

interface FlowRowProps {
  phase: Phase;
  longest: number | undefined;
  isPast: boolean;
}

function FlowRow({ phase, longest, isPast }: FlowRowProps) {
  const { label, span } = phase;
  const cell = (name: (typeof moves)[number] | 'longer') => (
    <Table.Td key={name} className={figures.figure}>
      <Figure
        count={phase[name].count}
        to={isPast ? undefined : `/teilnehmende?${new URLSearchParams(phase[name].query).toString()}`}
        label={say('flowCell', { phase: label, move: say(name), n: phase[name].count })}
      />
    </Table.Td>
  );
  return (
    <Table.Tr>
      <Table.Th scope="row">{label}</Table.Th>
      {moves.map(cell)}
      <Table.Td>
        <Span days={span?.median} longest={longest} />
      </Table.Td>
      <Table.Td>
        <Span days={span?.ninthDecile} longest={longest} stays={span?.stays} />
      </Table.Td>
      {cell('longer')}
    </Table.Tr>
  );
}
