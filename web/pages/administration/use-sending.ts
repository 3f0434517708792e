import { useState } from 'react';
import { client } from '../../api/client.js';
import { isSignedOut, Refused } from '../../api/problem.js';
import { request } from '../../api/request.js';
import { session } from '../../api/session.js';
import { say } from '../../texts/administration.js';

const sentences = {
  'has-journeys': 'hasJourneys',
  'own-account': 'ownAccount',
  'email-taken': 'emailTaken',
  'account-ended': 'accountEnded',
} as const;
const fields = ['email', 'name', 'phone', 'communes', 'label'] as const;

interface Sending {
  busy: boolean;
  /** Why it was not done, where that is no field's fault. */
  error: unknown;
  /** What is expected, by the pointer of the field. */
  faults: Readonly<Record<string, string>>;
  /** @returns what was answered; `undefined` where it was refused, or the server is away */
  send: <Answer>(method: string, path: string, body?: object) => Promise<{ answer: Answer } | undefined>;
}

/** Sends what an administrator wants; afterwards accounts and tokens are asked for anew. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const send: Sending['send'] = async <Answer>(method: string, path: string, body?: object) => {
    setBusy(true);
    setError(undefined);
    setFaults({});
    try {
      const answer = (await request<Answer>(method, `/api/v1${path}`, { ...(body && { body }) })).body;
      void client.invalidateQueries({ queryKey: ['users'] });
      void client.invalidateQueries({ queryKey: ['tokens'] });
      return { answer };
    } catch (refused) {
      if (isSignedOut(refused)) session.isOver();
      const found = faultsOf(refused);
      setFaults(found);
      if (Object.keys(found).length === 0) setError(inWords(refused));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, faults, send };
}

function faultsOf(error: unknown): Record<string, string> {
  if (!(error instanceof Refused) || error.status !== 422) return {};
  return Object.fromEntries(
    (error.body.errors ?? []).map(({ pointer, message }) => {
      const name = fields.find((each) => pointer.startsWith(`/${each}`));
      return [name ?? pointer, name ? say(`wrong_${name}`) : message];
    }),
  );
}

/** A refusal by the rules in the reader's words; anything else as it is. */
function inWords(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const known = Object.entries(sentences).find(([code]) => code === error.code);
  return known ? new Refused(error.status, { ...error.body, detail: say(known[1]) }) : error;
}
