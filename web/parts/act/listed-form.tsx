import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { reads } from '../../api/reads.js';
import { say } from '../../texts/common.js';
import { BlockFailed, Loading } from '../block.js';
import { ActForm } from './later-form.js';

/** The form of an act as a list offers it: what the list leaves out of it (`need.options`) the journey's own acts have. */
export function ListedForm(props: ComponentProps<typeof ActForm>) {
  const { act, journey, onCancel } = props;
  const asks = act.needs.some(({ kind, options }) => kind === 'choice' && options === undefined);
  const { data, error, refetch } = useQuery({ ...reads.acts(journey.id), enabled: asks });
  if (!asks) return <ActForm {...props} />;
  if (error) return <BlockFailed error={error} retry={() => void refetch()} />;
  if (!data) {
    return (
      <div tabIndex={-1} ref={(place) => place?.focus()}>
        <Loading lines={2} retry={() => void refetch()} />
      </div>
    );
  }
  const whole = data.possible.find(({ key }) => key === act.key);
  if (whole) return <ActForm {...props} act={{ ...whole, label: act.label }} />;
  // a colleague was faster
  return (
    <div role="alert">
      <p>{say('notAnyMore')}</p>
      <Button variant="default" onClick={onCancel} autoFocus>
        {say('cancel')}
      </Button>
    </div>
  );
}
