import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaughtMail } from '../../../contract/routes/caught-mails.js';
import { Refused } from '../../api/problem.js';
import { reads } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { say } from '../../texts/post-out.js';
import { documentOf } from './mail-document.js';
import styles from './post-out.module.css';

/** A mail that was caught, in a frame that may do nothing: no script, no form, nothing from elsewhere. */
export function CaughtMailFrame({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...reads.caughtMail(id), enabled: isOpen });
  return (
    <>
      <Button variant="default" size="compact-md" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say('original')}
      </Button>
      {isOpen &&
        (query.data ? (
          <Frame mail={query.data} />
        ) : query.error instanceof Refused && query.error.status === 404 ? (
          <p role="status">{say('originalNone')}</p>
        ) : query.error ? (
          <BlockFailed error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading lines={4} retry={() => void query.refetch()} />
        ))}
    </>
  );
}

const Frame = ({ mail }: { mail: CaughtMail }) => (
  <iframe
    className={styles.frame}
    title={say('originalTitle')}
    sandbox=""
    srcDoc={documentOf(mail, say('mailSubject'))}
  />
);
