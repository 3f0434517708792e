import { Button } from '@mantine/core';
import { useState } from 'react';
import { lazily } from '../../../parts/lazily.js';
import { say } from '../../../texts/journeys.js';
import type { Wanted } from '../use-wanted.js';

const ExportForm = lazily(async () => (await import('../journeys-later.js')).ExportForm);

/** Hands the list over as a file, once it is said what for. */
export function ExportButton({ wanted }: { wanted: Wanted }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say('export')}
      </Button>
      {isOpen && <ExportForm wanted={wanted} onClose={() => setOpen(false)} />}
    </>
  );
}
