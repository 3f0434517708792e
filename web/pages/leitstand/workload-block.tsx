import { Button, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { WorkloadFigures } from '../../../contract/pages/figures.js';
import { Block } from '../../parts/block.js';
import { addressOfCell as addressOfDeadlines } from '../../parts/figures/address-of-deadlines.js';
import { addressOfCell as addressOfFlags } from '../../parts/figures/address-of-flags.js';
import { Figure } from '../../parts/figures/figure.js';
import figures from '../../parts/figures/figures.module.css';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/leitstand.js';
import type { Queried } from './queried.js';
import styles from './leitstand.module.css';

type Query = Readonly<Record<string, string>>;

const journeysOf = (query: Query): string => `/teilnehmende?${new URLSearchParams(query).toString()}`;
const flagsOf = (query: Query): string => `/hinweise?${addressOfFlags(query, null).toString()}`;

const columns = [
  ['journeys', journeysOf],
  ['gravest', flagsOf],
  ['flags', flagsOf],
  ['deadlines', addressOfDeadlines],
] as const;

/** The list opens with the act by which its journeys are given to others. */
const share = { act: 'assign_coach' };

/** What lies with whom, by name: for sharing work out, not for comparing people. It can't be sorted by number. */
export function WorkloadBlock({ query }: { query: Queried<WorkloadFigures> }) {
  const { data } = query;
  return (
    <Block title={say('workload')} lines={6} query={query}>
      <p className={styles.note}>{say('workloadFor')}</p>
      {data && (
        <PlainTable
          name={say('workload')}
          caption={say('workloadCaption')}
          className={styles.numbers}
          columns={[
            say('coachByName'),
            ...columns.map(([column]) => say(`work_${column}`)),
            <span key="share" className="visually-hidden" data-not-printed>
              {say('share')}
            </span>,
          ]}
        >
          {data.coaches.map((coach) => (
            <WorkloadRow key={coach.coach} coach={coach} />
          ))}
        </PlainTable>
      )}
    </Block>
  );
}

function WorkloadRow({ coach }: { coach: WorkloadFigures['coaches'][number] }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{coach.name}</Table.Th>
      {columns.map(([name, addressOf]) => {
        const { count, query } = coach[name];
        const label = say('workCell', { coach: coach.name, what: say(`work_${name}`), n: count });
        return (
          <Table.Td key={name} className={figures.figure}>
            <Figure count={count} to={addressOf(query)} label={label} />
          </Table.Td>
        );
      })}
      <Table.Td data-not-printed>
        {coach.journeys.count > 0 && (
          <Button
            component={Link}
            variant="default"
            size="compact-sm"
            to={journeysOf(coach.journeys.query)}
            state={share}
            aria-label={say('shareOf', { coach: coach.name })}
          >
            {say('share')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
