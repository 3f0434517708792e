import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Retried } from '../../../contract/pages/system.js';
import { client } from '../../api/client.js';
import { isSignedOut } from '../../api/problem.js';
import { request } from '../../api/request.js';
import { session } from '../../api/session.js';
import { say } from '../../texts/system.js';

/** Tries again what has failed again and again, and says what became of it. */
export function Retry() {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const retry = async (): Promise<void> => {
    setBusy(true);
    setSaid('');
    try {
      const { body } = await request<Retried>('POST', '/api/v1/system/retry');
      setSaid(say('retried', { tried: body.tried, restored: body.restored }));
      void client.invalidateQueries({ queryKey: ['system'] });
    } catch (error) {
      if (isSignedOut(error)) session.isOver();
      setSaid(say('retryFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" size="compact-sm" loading={busy} onClick={() => void retry()}>
        {say('retry')}
      </Button>{' '}
      <span role="status">{said}</span>
    </>
  );
}
