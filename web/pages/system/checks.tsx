import { Table } from '@mantine/core';
import type { SystemState } from '../../../contract/pages/system.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/system.js';
import { instantInFull } from '../../time/days.js';
import styles from './system.module.css';

const columns = ['check', 'checkExpected', 'checkStanding', 'checkHealed'] as const;

/** What the nightly check looks at: what is expected, what was found, what was healed. */
export function Checks({ of: { lastCheck, checks } }: { of: SystemState }) {
  return (
    <>
      <p>
        {lastCheck
          ? `${say('checkedAt', { ...lastCheck, at: instantInFull(lastCheck.at) })} ${say(`temporal_${lastCheck.temporal}`)}`
          : say('checkedNever')}
      </p>
      <PlainTable name={say('checks')} columns={columns.map((column) => say(column))}>
        {checks.map(({ check, standing, healed }) => (
          <Table.Tr key={check}>
            <Table.Th scope="row">{say(`check_${check}`)}</Table.Th>
            <Table.Td>{say('checkNone')}</Table.Td>
            <Table.Td>
              <span className={styles.found} data-found={standing > 0 || undefined}>
                {lastCheck ? standing : '–'}
              </span>
            </Table.Td>
            <Table.Td className={styles.figure}>{healed}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </>
  );
}
