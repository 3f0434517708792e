import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { StuckFigures } from '../../../contract/pages/figures.js';
import { reads } from '../../api/reads.js';
import { Choice } from '../../parts/choice.js';
import { Block } from '../../parts/block.js';
import { Severity } from '../../parts/severity.js';
import { say } from '../../texts/attention.js';
import { say as common } from '../../texts/common.js';
import { addressOfCell, withFilter, type Filters } from './filters.js';
import styles from './attention.module.css';

const ways = ['rule', 'commune', 'coach'] as const;
type Way = (typeof ways)[number];

interface FiguresProps {
  filters: Filters;
  /** They are there, or it is known that they are not to be had. */
  onThere: () => void;
}

/** How many flags there are, by reason, commune or coach. Every number opens its list, and both say the same. */
export function Figures({ filters, onThere }: FiguresProps) {
  const [search, setSearch] = useSearchParams();
  const by: Way = ways.find((way) => way === search.get('nach')) ?? 'rule';
  // the columns are severities: every one is counted
  const { severity: _, ...counted } = filters;
  const query = useQuery(reads.stuck({ ...counted, by }));
  const figures = query.data;
  const isThere = !query.isPending;
  useEffect(() => {
    if (isThere) onThere();
  }, [isThere, onThere]);
  return (
    <Block
      title={figures ? say('summary', { flags: figures.flags, journeys: figures.journeys }) : say('heading')}
      lines={6}
      query={query}
      aside={
        <div className={styles.by}>
          <Choice
            label={say('by')}
            value={by}
            onChange={(way) =>
              setSearch(withFilter(search, 'nach', way === 'rule' ? undefined : way), { replace: true })
            }
            options={ways.map((way) => ({ value: way, label: say(`by_${way}`) }))}
          />
        </div>
      }
    >
      {figures && <FigureTable figures={figures} by={by} />}
    </Block>
  );
}

function FigureTable({ figures, by }: { figures: StuckFigures; by: Way }) {
  return (
    <div
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={say('table', { by: say(`by_${by}`) })}
    >
      <Table>
        <caption className="visually-hidden">{say('table', { by: say(`by_${by}`) })}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(`by_${by}`)}</Table.Th>
            {[3, 2, 1].map((severity) => (
              <Table.Th key={severity} scope="col">
                <Severity of={severity} />
              </Table.Th>
            ))}
            <Table.Th scope="col">{say('old')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.groups.map(({ key, label, severity3, severity2, severity1, old }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{label || common('noCoach')}</Table.Th>
              {[severity3, severity2, severity1, old].map((cell, at) => (
                <Table.Td key={at} className={styles.figure}>
                  <Figure cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Figure({ cell: { count, query } }: { cell: StuckFigures['groups'][number]['old'] }) {
  const [search] = useSearchParams();
  if (count === 0) return <>–</>;
  return <Link to={`?${addressOfCell(query, search.get('nach')).toString()}`}>{count}</Link>;
}
