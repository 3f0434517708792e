import { Button, Group, Modal, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { NewView, View } from '../../../../contract/pages/views.js';
import { Refused } from '../../../api/problem.js';
import { forgetView, keepView } from '../../../api/views.js';
import { Refusal } from '../../../parts/act/refusal.js';
import { announce } from '../../../shell/undo/announce.js';
import { say as common } from '../../../texts/common.js';
import { say } from '../../../texts/journeys.js';
import type { Wanted } from '../use-wanted.js';
import { keptFrom } from './asked-by-view.js';

interface ViewFormProps {
  wanted: Wanted;
  /** The view of one's own that can be written over. */
  view: View | undefined;
  onClose: () => void;
}

const sharing = ['nobody', 'coordination', 'all'] as const satisfies readonly NewView['sharedWith'][];

/** Keeps what is shown as a view: its name, and who else sees it. */
export function ViewForm({ wanted, view, onClose }: ViewFormProps) {
  const [name, setName] = useState(view?.name ?? '');
  const [sharedWith, setSharedWith] = useState<NewView['sharedWith']>(view?.sharedWith ?? 'nobody');
  const [isNew, setNew] = useState(view === undefined);
  const [error, setError] = useState<unknown>();
  const kept = keptFrom(wanted, wanted.usual);
  const attempt = async (what: () => Promise<void>): Promise<void> => {
    try {
      setError(undefined);
      await what();
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(async () => {
      const { id } = await keepView({ ...kept, name, sharedWith }, isNew ? undefined : view?.id);
      announce(common('saved'));
      wanted.ask({ view: id });
    });
  };
  const forget = (): void =>
    void attempt(async () => {
      await forgetView(view?.id ?? '');
      announce(say('viewForgotten'));
      wanted.ask({ view: undefined });
    });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened
      onClose={onClose}
      title={say('keepView')}
    >
      <form onSubmit={keep}>
        <Stack gap="sm">
          <Refusal error={error} fields={fieldsOf(error)} />
          {view && (
            <Radio.Group
              label={say('keepAs')}
              value={isNew ? 'new' : 'same'}
              onChange={(to) => setNew(to === 'new')}
            >
              <Radio mt={6} value="same" label={say('keepSame', { name: view.name })} />
              <Radio mt={6} value="new" label={say('keepNew')} />
            </Radio.Group>
          )}
          <TextInput
            label={say('viewName')}
            description={say('viewNameHint')}
            name="/name"
            required
            maxLength={60}
            data-autofocus
            autoComplete="off"
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <NativeSelect
            label={say('sharedWith')}
            value={sharedWith}
            onChange={({ currentTarget }) => setSharedWith(currentTarget.value as NewView['sharedWith'])}
            data={sharing.map((value) => ({ value, label: say(`shared_${value}`) }))}
          />
          <Group gap="sm">
            <Button type="submit">{common('save')}</Button>
            {view && (
              <Button variant="default" onClick={forget}>
                {say('forgetView')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const fieldsOf = (error: unknown): Record<string, string> =>
  error instanceof Refused
    ? Object.fromEntries((error.body.errors ?? []).map(({ pointer, message }) => [pointer, message]))
    : {};
