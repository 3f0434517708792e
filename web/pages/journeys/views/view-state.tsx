import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reads, useMe } from '../../../api/reads.js';
import { lazily } from '../../../parts/lazily.js';
import { say } from '../../../texts/journeys.js';
import { defaultsFor } from '../filters.js';
import type { Wanted } from '../use-wanted.js';
import { askedBy, isChanged } from './asked-by-view.js';

const ViewForm = lazily(async () => (await import('../journeys-later.js')).ViewForm);

/** Whether what is shown is the view that somebody began with, and what can be done about it. */
export function ViewState({ wanted }: { wanted: Wanted }) {
  const me = useMe();
  const { data: views = [] } = useQuery(reads.views());
  const [keeps, setKeeps] = useState(false);
  const view = views.find(({ id }) => id === wanted.view);
  const from = view && askedBy(view, me, wanted.usual);
  const begin = from ?? { filters: defaultsFor(me), sort: 'name', columns: wanted.usual, view: undefined };
  const changed = isChanged(wanted, begin);
  const isMine = view?.owner?.isMe ?? false;
  if (!changed && !isMine) return null;
  return (
    <>
      {from && changed && <span>{say('viewChanged')}</span>}
      <Button variant="light" size="compact-sm" onClick={() => setKeeps(true)}>
        {say(changed ? 'keepView' : 'changeView')}
      </Button>
      {from && changed && (
        <Button variant="subtle" size="compact-sm" onClick={() => wanted.ask(from)}>
          {say('dropChanges')}
        </Button>
      )}
      {keeps && <ViewForm wanted={wanted} view={isMine ? view : undefined} onClose={() => setKeeps(false)} />}
    </>
  );
}
