import { Alert, Button, Group, Radio, Table } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Act, Need } from '../../../contract/pages/act.js';
import { reads } from '../../api/reads.js';
import { Side } from '../side.js';
import { say } from '../../texts/conflict.js';
import { dayInFull, timeOf } from '../../time/days.js';
import { Loading } from '../block.js';
import { presetsOf, same, type Value, type Values } from './fill.js';

interface ConflictProps {
  act: Act;
  journey: string;
  mine: Values;
  onSend: (chosen: Values, version: number) => void;
  onDrop: () => void;
}

/** What a colleague has saved meanwhile beside what was typed here, field by field; then it is sent anew. */
export function Conflict({ act, journey, mine, onSend, onDrop }: ConflictProps) {
  const client = useQueryClient();
  const [takes, setTakes] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['journey', journey] });
  }, [client, journey]);
  const now = useQuery(reads.journey(journey));
  const acts = useQuery(reads.acts(journey));
  const events = useQuery(reads.events(journey));
  const last = events.data?.findLast(({ actor }) => actor.kind === 'person');
  const fresh = acts.data?.possible.find(({ key }) => key === act.key);
  const ready = fresh && now.data && 'version' in now.data && !now.isFetching && !acts.isFetching;
  const theirs = fresh ? presetsOf(fresh) : {};
  const differing = act.needs.filter(({ pointer }) => !same(mine[pointer], theirs[pointer]));
  const choose = (all?: 'mine'): Values =>
    Object.fromEntries(
      act.needs.map(({ pointer }) => [
        pointer,
        (all ?? takes[pointer] ?? 'mine') === 'mine' ? mine[pointer] : theirs[pointer],
      ]),
    );
  return (
    <Side title={say('title')} size="lg" onClose={onDrop}>
      {!ready ? (
        <Loading lines={4} retry={() => void acts.refetch()} />
      ) : (
        <>
          {last && (
            <p>
              {say('who', {
                name: last.actor.name ?? last.actor.id,
                time: `${dayInFull(last.recordedAt.slice(0, 10))}, ${timeOf(last.recordedAt)}`,
              })}
            </p>
          )}
          {differing.length === 0 ? (
            <Alert color="info">{say('same')}</Alert>
          ) : (
            <Table>
              <caption className="visually-hidden">{say('title')}</caption>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{say('field')}</Table.Th>
                  <Table.Th scope="col">{say('theirs')}</Table.Th>
                  <Table.Th scope="col">{say('mine')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {differing.map((need) => (
                  <Table.Tr key={need.pointer}>
                    <Table.Th scope="row">{need.label}</Table.Th>
                    {(['theirs', 'mine'] as const).map((side) => (
                      <Table.Td key={side}>
                        <Radio
                          name={need.pointer}
                          checked={(takes[need.pointer] ?? 'mine') === side}
                          onChange={() => setTakes({ ...takes, [need.pointer]: side })}
                          aria-label={say(side === 'mine' ? 'takeMine' : 'takeTheirs', { field: need.label })}
                          label={shown(need, side === 'mine' ? mine[need.pointer] : theirs[need.pointer])}
                        />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          <Group mt="md">
            <Button onClick={() => onSend(choose(), versionOf(now.data))}>{say('send')}</Button>
            <Button variant="default" onClick={() => onSend(choose('mine'), versionOf(now.data))}>
              {say('allMine')}
            </Button>
            <Button variant="default" onClick={onDrop}>
              {say('drop')}
            </Button>
          </Group>
        </>
      )}
    </Side>
  );
}

const versionOf = (journey: unknown): number => (journey as { version: number }).version;

function shown({ options = [], kind }: Need, value: Value): string {
  if (value === undefined || value === '') return say('empty');
  if (kind === 'day') return dayInFull(String(value));
  const label = (each: string): string => options.find((option) => option.value === each)?.label ?? each;
  return Array.isArray(value) ? value.map(label).join(', ') : label(String(value));
}
