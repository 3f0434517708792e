import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { say } from '../../texts/administration.js';
import styles from './administration.module.css';

/** Something that is shown this once, to be copied. */
export function Secret({ label, text }: { label: string; text: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    field.current?.select();
    // without a secure context the browser allows none: it is selected all the same
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className={styles.secret}>
      <TextInput ref={field} label={label} value={text} readOnly onFocus={() => field.current?.select()} />
      <Button onClick={() => void copy()}>{say('copy')}</Button>
      <span role="status">{isCopied && say('copied')}</span>
    </div>
  );
}
