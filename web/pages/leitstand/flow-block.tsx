import { Table } from '@mantine/core';
import type { FlowFigures } from '../../../contract/pages/figures.js';
import { Block } from '../../parts/block.js';
import { Figure } from '../../parts/figures/figure.js';
import figures from '../../parts/figures/figures.module.css';
import { say } from '../../texts/leitstand.js';
import { dayInFull } from '../../time/days.js';
import { Span } from './span.js';
import type { Queried } from './queried.js';
import styles from './leitstand.module.css';

type Phase = FlowFigures['phases'][number];

const moves = ['now', 'entered', 'onward', 'back', 'ended'] as const;

/** How many are in each phase, came and left, and how long that takes: half of them and nine of ten, never a mean. */
export function FlowBlock({ query }: { query: Queried<FlowFigures> }) {
  const { data } = query;
  return (
    <Block title={say('flow')} lines={11} query={query}>
      {data && (
        <>
          <p className={styles.note}>{say('flowSince', { day: dayInFull(data.since) })}</p>
          <FlowTable {...data} />
        </>
      )}
    </Block>
  );
}

function FlowTable({ phases }: FlowFigures) {
  const longest = Math.max(1, ...phases.map(({ span }) => span?.ninthDecile ?? 0));
  return (
    <div className={figures.scroll} tabIndex={0} role="region" aria-label={say('flow')}>
      <Table className={styles.numbers}>
        <caption className="visually-hidden">{say('flowCaption')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('phase')}</Table.Th>
            {moves.map((move) => (
              <Table.Th key={move} scope="col">
                {say(move)}
              </Table.Th>
            ))}
            <Table.Th scope="col">{say('median')}</Table.Th>
            <Table.Th scope="col">{say('ninthDecile')}</Table.Th>
            <Table.Th scope="col">{say('longer')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {phases.map((phase) => (
            <FlowRow key={phase.key} phase={phase} longest={longest} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function FlowRow({ phase, longest }: { phase: Phase; longest: number }) {
  const { label, span } = phase;
  const cell = (name: (typeof moves)[number] | 'longer') => (
    <Table.Td key={name} className={figures.figure}>
      <Figure
        count={phase[name].count}
        to={`/teilnehmende?${new URLSearchParams(phase[name].query).toString()}`}
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
