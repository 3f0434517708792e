import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportCounts } from '../../../contract/routes/imports.js';
import { client } from '../../api/client.js';
import { queryOf, useMe } from '../../api/reads.js';
import { request } from '../../api/request.js';
import { newKey } from '../../api/wishes.js';
import { say } from '../../texts/import.js';
import { faultOf } from './fault-of.js';

type Basis = ImportCounts['basis'];

/** What the server takes (`POST /imports`). */
const mostBytes = 20 * 1024 * 1024;

interface Upload {
  isSending: boolean;
  fault: string | undefined;
  send: (file: File, basis: Basis) => Promise<void>;
}

/** Hands a register over to be checked, and goes to the page that shows how far that is. */
export function useUpload(): Upload {
  const { demonstration } = useMe();
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string>();
  // one file is one command however often the button is pressed
  const named = useRef<{ file: File; basis: Basis; key: string }>(undefined);
  const send = async (file: File, basis: Basis): Promise<void> => {
    if (isSending) return;
    setFault(undefined);
    if (file.size > mostBytes) return setFault(say('tooLarge'));
    if (named.current?.file !== file || named.current.basis !== basis)
      named.current = { file, basis, key: newKey() };
    setSending(true);
    try {
      const query = queryOf({ basis, dryRun: 'true', intoDemonstration: String(demonstration) });
      const { key } = named.current;
      const { body } = await request<{ id: string }>('POST', `/api/v1/imports${query}`, { file, key });
      void client.invalidateQueries({ queryKey: ['imports'] });
      void navigate(`/import/${body.id}`);
    } catch (error) {
      setFault(faultOf(error));
      setSending(false);
    }
  };
  return { isSending, fault, send };
}
