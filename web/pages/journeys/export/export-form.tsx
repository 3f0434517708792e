import { Button, Modal, Stack } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { exportPurposes, makeExport, type Purpose } from '../../../api/exports.js';
import { Refusal } from '../../../parts/act/refusal.js';
import { Choice } from '../../../parts/choice.js';
import { download } from '../../../parts/download.js';
import { announce } from '../../../shell/undo/announce.js';
import { say as common } from '../../../texts/common.js';
import { say } from '../../../texts/journeys.js';
import type { Wanted } from '../use-wanted.js';

interface ExportFormProps {
  wanted: Wanted;
  onClose: () => void;
}

/** Asks what the file is for, says what is recorded, and makes it: of all rows that the list shows. */
export function ExportForm({ wanted, onClose }: ExportFormProps) {
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  const [error, setError] = useState<unknown>();
  const [isMissing, setMissing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(undefined);
    setMissing(purpose === '');
    if (purpose === '') {
      place.current?.querySelector('input')?.focus();
      return;
    }
    try {
      download(`${say('exportName')}.csv`, await makeExport(wanted.query, wanted.columns, purpose));
      announce(say('exportMade'));
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('exportTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={(event) => void make(event)}>
        <Stack gap="sm">
          <Refusal error={error} fields={{}} />
          <p>{say('exportWhat')}</p>
          <div ref={place}>
            <Choice
              label={say('exportPurpose')}
              value={purpose}
              options={exportPurposes.map((value) => ({ value, label: say(`purpose_${value}`) }))}
              onChange={(value) => {
                setPurpose(value);
                setMissing(false);
              }}
            />
          </div>
          {isMissing && <p role="alert">{say('exportNeedsPurpose')}</p>}
          <p>{say('exportRecorded')}</p>
          <Button type="submit">{say('exportMake')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
