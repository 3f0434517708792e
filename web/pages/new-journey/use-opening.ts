import { useEffect, useRef, useState } from 'react';
import type { OpeningWarning } from '../../../contract/journeys/journey.js';
import type { Act, Need } from '../../../contract/pages/act.js';
import { drafts } from '../../api/drafts.js';
import { useMe } from '../../api/reads.js';
import { Refused } from '../../api/problem.js';
import { carryOut, newKey, onSaved, useWaiting } from '../../api/wishes.js';
import { fill, unfilled, type Values } from '../../parts/act/fill.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/new-journey.js';
import { faultsOf } from './faults.js';

/** Under this name it is known that something was typed. */
const draft = 'new journey';

/** The new journey, with what came up when it was opened. */
export interface Opened {
  id: string;
  warnings: readonly OpeningWarning[];
}

interface Opening {
  busy: boolean;
  /** It could not be sent yet, and will be by itself. */
  isWaiting: boolean;
  refused: unknown;
  faults: Readonly<Record<string, string>>;
  /** The person is too old, and the reader may make an exception. */
  asksException: boolean;
  send: (needs: Need[], values: Values) => Promise<void>;
}

/** Opens a journey. Its key is made when the page is, so that sent twice it has one effect. */
export function useOpening(isDirty: boolean, onOpened: (opened: Opened) => void): Opening {
  const me = useMe();
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [asksException, setAsksException] = useState(false);
  const waiting = useWaiting();
  useEffect(
    () =>
      onSaved(({ wish, journey }) => {
        if (wish.key !== key.current || !journey) return;
        const { warnings = [] } = journey as { warnings?: OpeningWarning[] };
        onOpened({ id: journey.id, warnings });
      }),
    [onOpened],
  );
  useEffect(() => {
    if (isDirty) drafts.typing(draft);
    return () => void drafts.forget(me, draft);
  }, [isDirty, me]);

  const send = async (needs: Need[], values: Values): Promise<void> => {
    const act = { body: { participant: {} }, needs } as unknown as Act;
    const missing = unfilled(act, values);
    setRefused(undefined);
    setFaults(Object.fromEntries(missing.map(({ pointer }) => [pointer, common('required')])));
    if (missing.length > 0 || busy) return;
    setBusy(true);
    try {
      await carryOut({
        key: key.current,
        label: say('title'),
        call: { method: 'POST', path: '/api/v1/journeys' },
        body: fill(act, values),
      });
    } catch (error) {
      // the server has judged: what is sent next is another wish
      key.current = newKey();
      const mayMakeException = me.role === 'coordinator';
      if (error instanceof Refused && error.code === 'too-old') setAsksException(mayMakeException);
      setRefused(error);
      setFaults(faultsOf(error, mayMakeException));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    isWaiting: waiting.some((wish) => wish.key === key.current),
    refused,
    faults,
    asksException,
    send,
  };
}
