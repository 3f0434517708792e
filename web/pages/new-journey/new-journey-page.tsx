import { Alert, Button, Group } from '@mantine/core';
import { useCallback, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTitle } from '../../parts/use-title.js';
import { announce } from '../../shell/undo/announce.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/new-journey.js';
import { NewJourneyForm } from './new-journey-form.js';
import type { Opened } from './use-opening.js';

/** Somebody enters the programme. */
export function NewJourneyPage() {
  useTitle(say('title'));
  const navigate = useNavigate();
  const [alike, setAlike] = useState<Opened>();
  const onOpened = useCallback(
    (opened: Opened): void => {
      if (opened.warnings.length > 0) return setAlike(opened);
      announce(common('saved'));
      void navigate(`/teilnehmende/${opened.id}`, { replace: true });
    },
    [navigate],
  );
  return (
    <>
      <h1>{say('title')}</h1>
      {alike ? <SavedButAlike opened={alike} /> : <NewJourneyForm onOpened={onOpened} />}
    </>
  );
}

/** It is saved, and somebody like this was there before: that has to be looked at now. */
function SavedButAlike({ opened: { id, warnings } }: { opened: Opened }) {
  return (
    <Alert
      color="soon"
      role="alert"
      tabIndex={-1}
      ref={(alert: HTMLDivElement | null) => {
        alert?.focus();
      }}
    >
      <p>{say('savedButAlike')}</p>
      <Group>
        <Button component={Link} to={`/teilnehmende/${id}`} replace>
          {say('openNew')}
        </Button>
        {warnings.map(({ journeyId }) => (
          <Button key={journeyId} component={Link} to={`/teilnehmende/${journeyId}`} variant="default">
            {say('openAlike')}
          </Button>
        ))}
      </Group>
    </Alert>
  );
}
