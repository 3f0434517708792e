import { Modal, Table } from '@mantine/core';
import type { Me } from '../../contract/access.js';
import { Key } from '../parts/key.js';
import { say } from '../texts/shell.js';
import { say as common } from '../texts/common.js';
import { pagesOf } from './pages.js';

/** Beside those that open a page. */
const others = [
  ['/', 'keySearch'],
  ['Strg Z', 'keyUndo'],
  ['Strg .', 'keySight'],
  ['j k', 'keyNext'],
  ['e', 'keyFirst'],
  ['1–9', 'keyNth'],
  ['s', 'keySnooze'],
  ['w', 'keyWhy'],
  ['a', 'keyCall'],
  ['o', 'keyOpen'],
  ['Enter', 'keyPeek'],
  ['x', 'keyChoose'],
  ['Umschalt ↓ ↑', 'keyChooseOn'],
  ['Strg A', 'keyChooseAll'],
  ['m', 'keyRecord'],
  ['n', 'keyMessage'],
  ['?', 'keyHelp'],
] as const;

/** Every key there is for that role. */
export function KeyList({ role, onClose }: { role: Me['role']; onClose: () => void }) {
  const opening = pagesOf(role).map(({ key, name }) => [`g ${key}`, name] as const);
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
          {[['Strg K', 'keyPalette'] as const, ...opening, ...others].map(([key, name]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">
                <Key of={key} />
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
