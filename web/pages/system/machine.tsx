import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SystemState } from '../../../contract/pages/system.js';
import { reads, useWords } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/system.js';
import { formatted } from '../../time/days.js';
import { Checks } from './checks.js';
import { Retry } from './retry.js';

const everyMs = 15_000;

/** What waits, what the nightly check found, and which versions run: for whoever administers the machine. */
export function Machine() {
  const query = useQuery({ ...reads.system(), refetchInterval: everyMs });
  const state = query.data;
  return (
    <>
      <Block title={say('machine')} lines={6} query={query}>
        {state && <Waiting of={state} />}
      </Block>
      <Block title={say('checks')} lines={9} query={query}>
        {state && <Checks of={state} />}
      </Block>
      <Block title={say('versions')} lines={1} query={query}>
        {state && <Versions of={state.versions} />}
      </Block>
    </>
  );
}

function Waiting({ of }: { of: SystemState }) {
  const { waiting, overdue, failing } = of;
  const waits = waiting.people + waiting.bulk > 0;
  return (
    <PlainTable name={say('machine')} columns={[say('machineWhat'), say('machineHow')]}>
      <Line name={say('waiting')}>
        {waits
          ? say('waiting_some', {
              people: waiting.people,
              bulk: waiting.bulk,
              seconds: waiting.oldestSeconds,
            })
          : say('waiting_none')}
      </Line>
      <Line name={say('overdue')}>{say('overdue_count', { count: overdue })}</Line>
      <Line name={say('failing')}>
        {say('failing_count', { count: failing })} {failing > 0 && <Retry />}
      </Line>
      <Line name={say('heard')}>{heardSaid(of.heard)}</Line>
      <Line name={say('disk')}>{diskSaid(of.disk)}</Line>
    </PlainTable>
  );
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <Table.Tr>
    <Table.Th scope="row">{name}</Table.Th>
    <Table.Td>{children}</Table.Td>
  </Table.Tr>
);

function heardSaid({ worker, relay }: SystemState['heard']): string {
  const at = (instant: string | null): string =>
    instant === null
      ? say('heard_never')
      : formatted(Date.parse(instant), {
          timeStyle: 'medium',
          dateStyle: 'medium',
          timeZone: 'Europe/Berlin',
        });
  return say('heard_both', { worker: at(worker), relay: at(relay) });
}

function diskSaid(disk: SystemState['disk']): string {
  if (!disk) return say('disk_elsewhere');
  const inGigabytes = (mb: number): string => say('gigabytes', { n: Math.round(mb / 102.4) / 10 });
  return say('disk_room', { free: inGigabytes(disk.free), of: inGigabytes(disk.of) });
}

function Versions({ of: { lotse, node, postgres, programme } }: { of: SystemState['versions'] }) {
  const title = useWords().programme;
  return <p>{say('versionsLine', { lotse, node, postgres, programme: title, n: programme.version })}</p>;
}
