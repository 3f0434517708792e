import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ImportCounts } from '../../../contract/routes/imports.js';
import { client } from '../../api/client.js';
import { request } from '../../api/request.js';
import { say } from '../../texts/import.js';
import { faultOf } from './fault-of.js';
import styles from './import.module.css';

interface NextActProps {
  of: ImportCounts;
  /** How many rows are of somebody who is here, as it was said. */
  samePersons: number;
}

/** After a check: to import what can be; else another file. Refused rows are there to be corrected and sent again. */
export function NextAct({ of, samePersons }: NextActProps) {
  const { id, dryRun, state, rows, rejected, opened, updated } = of;
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string>();
  const taken = rows - rejected - samePersons;
  const run = async (): Promise<void> => {
    setSending(true);
    setFault(undefined);
    try {
      // the server knows by the check that it is the same import however often it is asked
      const { body } = await request<{ id: string }>('POST', `/api/v1/imports/${id}/run`);
      void client.invalidateQueries({ queryKey: ['imports'] });
      void navigate(`/import/${body.id}`);
    } catch (error) {
      setFault(faultOf(error));
      setSending(false);
    }
  };
  const isChecked = dryRun && state === 'done';
  return (
    <>
      {isChecked && (
        <p>{taken > 0 ? say('effect', { opened: opened - samePersons, updated }) : say('nothingTaken')}</p>
      )}
      {fault !== undefined && (
        <Alert color="act" role="alert">
          {fault}
        </Alert>
      )}
      <div className={styles.acts}>
        {isChecked && taken > 0 && (
          <Button loading={isSending} onClick={() => void run()}>
            {say('run', { n: taken })}
          </Button>
        )}
        <Button component={Link} to="/import" variant="default">
          {say('other')}
        </Button>
        {rejected > 0 && (
          <a href={`/api/v1/imports/${id}/refused`} download>
            {say('download')}
          </a>
        )}
        {isChecked && samePersons > 0 && <span>{say('stayOutSame', { n: samePersons })}</span>}
        {isChecked && rejected > 0 && taken > 0 && <span>{say('stayOut', { n: rejected })}</span>}
      </div>
    </>
  );
}
