import { Button, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import type { ImportChoice } from '../../../contract/routes/imports.js';
import { say } from '../../texts/import.js';
import { Comparison } from './comparison.js';
import { PagedTable } from './paged-table.js';
import type { Warning } from './row-lists.js';
import styles from './import.module.css';

interface WarnedRowsProps {
  of: readonly Warning[];
  /** The import. */
  id: string;
  /** It was only checked: something can still be said of its rows. */
  isDry: boolean;
  choices: readonly ImportChoice[];
}

/** What somebody should look at in rows that go in all the same. Nothing is merged by itself. */
export function WarnedRows({ of, id, isDry, choices }: WarnedRowsProps) {
  const [opened, setOpened] = useState<number>();
  return (
    <PagedTable
      caption={say('list_warned')}
      columns={[say('line'), say('column'), say('found'), say('remark')]}
      rows={of}
    >
      {(warning, at) => {
        const { line, column = '', found = '', message, journeyId, code } = warning;
        const isPerhapsHere = isDry && code === 'possible-duplicate' && journeyId !== undefined;
        const said = choices.find((each) => each.line === line && each.journeyId === journeyId);
        return (
          <Fragment key={at}>
            <Table.Tr>
              <Table.Th scope="row" className={styles.figure}>
                {line}
              </Table.Th>
              <Table.Td>{column}</Table.Td>
              <Table.Td data-personal>{found === '' ? '' : `„${found}“`}</Table.Td>
              <Table.Td>
                <span lang="de">{message}</span>{' '}
                {isPerhapsHere ? (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-expanded={opened === at}
                    aria-label={say('sideBySideOf', { line })}
                    onClick={() => setOpened(opened === at ? undefined : at)}
                  >
                    {say('sideBySide')}
                  </Button>
                ) : (
                  journeyId !== undefined && <Link to={`/teilnehmende/${journeyId}`}>{say('compare')}</Link>
                )}{' '}
                {said && <strong>{say(`said_${said.choice}`)}</strong>}
              </Table.Td>
            </Table.Tr>
            {isPerhapsHere && opened === at && (
              <Table.Tr>
                <Table.Td colSpan={4}>
                  <Comparison id={id} line={line} journeyId={journeyId} said={said?.choice} />
                </Table.Td>
              </Table.Tr>
            )}
          </Fragment>
        );
      }}
    </PagedTable>
  );
}
