import { Alert, Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ImportAnswer, ImportChoice, ImportComparison } from '../../../contract/routes/imports.js';
import { client } from '../../api/client.js';
import { reads, useWords } from '../../api/reads.js';
import { request } from '../../api/request.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/import.js';
import { dayInFull } from '../../time/days.js';
import { faultOf } from './fault-of.js';
import styles from './import.module.css';

interface ComparisonProps {
  /** The import. */
  id: string;
  line: number;
  /** Of perhaps the same person. */
  journeyId: string;
  said: ImportChoice['choice'] | undefined;
}

/** A row beside the person whom it may be of, and which of both it is: nothing is merged by itself. */
export function Comparison({ id, line, journeyId, said }: ComparisonProps) {
  const query = useQuery(reads.comparison(id, line, journeyId));
  const [fault, setFault] = useState<string>();
  const choose = async (choice: ImportChoice['choice']): Promise<void> => {
    try {
      setFault(undefined);
      const { body } = await request<{ choices: ImportChoice[] }>('PUT', `/api/v1/imports/${id}/choices`, {
        body: { line, journeyId, choice },
      });
      client.setQueryData<ImportAnswer>(
        ['import', id, 'rows'],
        (known) => known && { ...known, choices: body.choices },
      );
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  if (query.error && !query.data)
    return <BlockFailed error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={5} retry={() => void query.refetch()} />;
  return (
    <>
      <Fields of={query.data} line={line} />
      <p>{say('sameEffect')}</p>
      {fault !== undefined && (
        <Alert color="act" role="alert">
          {fault}
        </Alert>
      )}
      <div className={styles.acts}>
        {choices.map(({ choice, label }) => (
          <Button
            key={choice}
            variant={said === choice ? 'filled' : 'default'}
            aria-pressed={said === choice}
            onClick={() => void choose(choice)}
          >
            {say(label)}
          </Button>
        ))}
        <Link to={`/teilnehmende/${journeyId}`}>{say('compare')}</Link>
      </div>
    </>
  );
}

const choices = [
  { choice: 'same_person', label: 'person_same' },
  { choice: 'other_person', label: 'person_other' },
] as const;

function Fields({ of: { fields }, line }: { of: ImportComparison; line: number }) {
  const words = useWords();
  const shown = (key: ImportComparison['fields'][number]['key'], value: string | undefined): string => {
    if (value === undefined) return '–';
    if (key === 'bornOn') return dayInFull(value);
    if (key === 'commune') return words.communes[value] ?? value;
    return key === 'language' ? (words.languages[value] ?? value) : value;
  };
  return (
    <PlainTable
      name={say('comparisonOf', { line })}
      columns={[say('detail'), say('inRow'), say('inLotse'), say('isSame')]}
    >
      {fields.map(({ key, row, here, isSame }) => (
        <Table.Tr key={key}>
          <Table.Th scope="row">{say(`detail_${key}`)}</Table.Th>
          <Table.Td data-personal>{shown(key, row)}</Table.Td>
          <Table.Td data-personal>{shown(key, here)}</Table.Td>
          <Table.Td>{say(isSame ? 'same_true' : 'same_false')}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}
