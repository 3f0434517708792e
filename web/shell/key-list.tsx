import { Modal, Table } from '@mantine/core';
import { say } from '../texts/shell.js';
import { say as common } from '../texts/common.js';

const keys = [
  ['Strg K', 'keyPalette'],
  ['g h', 'keyToday'],
  ['g l', 'keyOverview'],
  ['g t', 'keyJourneys'],
  ['g w', 'keyAttention'],
  ['g f', 'keyDeadlines'],
  ['g p', 'keyPostOut'],
  ['/', 'keySearch'],
  ['Strg Z', 'keyUndo'],
  ['Strg .', 'keySight'],
  ['j k', 'keyNext'],
  ['e', 'keyFirst'],
  ['1–9', 'keyNth'],
  ['s', 'keySnooze'],
  ['w', 'keyWhy'],
  ['o', 'keyOpen'],
  ['Enter', 'keyPeek'],
  ['x', 'keyChoose'],
  ['Umschalt ↓ ↑', 'keyChooseOn'],
  ['Strg A', 'keyChooseAll'],
  ['m', 'keyRecord'],
  ['?', 'keyHelp'],
] as const;

/** Every key there is. */
export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened
      onClose={onClose}
      title={say('keysTitle')}
    >
      <Table>
        <caption className="visually-hidden">{say('keysTitle')}</caption>
        <Table.Tbody>
          {keys.map(([key, name]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">
                <kbd>{key}</kbd>
              </Table.Th>
              <Table.Td>{say(name)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p>{say('keysOff')}</p>
    </Modal>
  );
}
