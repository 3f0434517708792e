import { Table } from '@mantine/core';
import IconAlertOctagonFilled from '@tabler/icons-react/dist/esm/icons/IconAlertOctagonFilled.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import type { Health, Notice } from '../../../contract/routes/health.js';
import { useMe } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { useTitle } from '../../parts/use-title.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/system.js';
import { timeOf } from '../../time/days.js';
import { health } from './health.js';
import { Machine } from './machine.js';
import styles from './system.module.css';

const parts = ['database', 'temporal', 'worker', 'relay', 'mail'] as const;

/** Which parts of Lotse are up, and what it means where one is not. */
export function SystemPage() {
  useTitle(say('title'));
  const me = useMe();
  const query = useQuery(health());
  const { data, error, dataUpdatedAt } = query;
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <p role="status">{data && say(error ? 'overall_unknown' : `overall_${data.status}`)}</p>
      <Block title={say('parts')} lines={5} query={query}>
        {data && <Parts of={data.parts} />}
        {data && data.notices.length > 0 && <Notices of={data.notices} />}
        {data && (
          <p className={styles.small}>
            {say('checked', { time: timeOf(new Date(dataUpdatedAt).toISOString()) })}
          </p>
        )}
      </Block>
      {me.role === 'admin' && <Machine />}
      <Block title={say('links')}>
        <ul className={styles.links}>
          <li>
            <a href="/api/docs">{say('docs')}</a>
          </li>
          {me.mailCatcher && (
            <li>
              <a href="/mails">{say('mails')}</a>
            </li>
          )}
        </ul>
      </Block>
    </div>
  );
}

function Parts({ of }: { of: Health['parts'] }) {
  return (
    <PlainTable name={say('parts')} columns={[say('part'), say('state')]}>
      {parts.map((part) => (
        <Table.Tr key={part}>
          <Table.Th scope="row">{say(part)}</Table.Th>
          <Table.Td>
            <div className={styles.told}>
              <State of={of[part]} />
              <span>{say(`${part}_${of[part]}`)}</span>
            </div>
          </Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}

/** What is not as it should be though the parts are up. */
function Notices({ of }: { of: Notice[] }) {
  return (
    <ul className={styles.links}>
      {of.map(({ code, count = 0 }) => (
        <li key={code}>{say(code, { count })}</li>
      ))}
    </ul>
  );
}

function State({ of }: { of: 'up' | 'down' }) {
  const Icon = of === 'up' ? IconCircleCheck : IconAlertOctagonFilled;
  return (
    <span className={styles.state} data-state={of}>
      <Icon size={18} aria-hidden />
      {say(of)}
    </span>
  );
}
