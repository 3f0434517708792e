import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { drafts, type Draft } from '../../api/drafts.js';
import { useMe } from '../../api/reads.js';
import { say } from '../../texts/common.js';
import { timeOf } from '../../time/days.js';
import type { Form, Values } from './fill.js';

/** Texts of this length are worth keeping. */
const worthKeeping = 20;
const restMs = 500;

interface Kept {
  /** The button that brings a draft back, where there is one. */
  offer: ReactNode;
  /** It is in the log now, or nobody wants it. */
  forget: () => Promise<void>;
}

/** Keeps what is typed into the long fields of a form, sealed, until it is saved; offers it when the form opens again. */
export function useDrafts(
  name: string,
  act: Pick<Form, 'needs'>,
  values: Values,
  put: (values: Values) => void,
): Kept {
  const me = useMe();
  const [found, setFound] = useState<Draft>();
  const long = act.needs.filter(({ kind }) => kind === 'note' || kind === 'lines' || kind === 'text');
  const typed = long
    .filter(({ pointer, preset }) => values[pointer] !== preset)
    .map(({ pointer }) => [pointer, values[pointer]] as const);
  const size = typed.reduce((sum, [, value]) => sum + String(value ?? '').length, 0);
  const text = JSON.stringify(Object.fromEntries(typed));
  useEffect(() => {
    void drafts.find(me, name).then(setFound);
  }, [me, name]);
  useEffect(() => {
    if (size <= worthKeeping) return undefined;
    drafts.typing(name);
    const timer = setTimeout(() => void drafts.keep(me, name, text), restMs);
    return () => clearTimeout(timer);
  }, [me, name, size, text]);
  const isTyping = size > 0;
  return {
    offer: found && !isTyping && (
      <Button
        variant="light"
        onClick={() => {
          put({ ...values, ...(JSON.parse(found.text) as Values) });
          setFound(undefined);
        }}
      >
        {say('draft', { time: timeOf(found.at) })}
      </Button>
    ),
    forget: () => drafts.forget(me, name),
  };
}
