import { TextInput } from '@mantine/core';
import type { FocusEvent, KeyboardEvent } from 'react';

interface ComboFieldProps {
  label: string;
  description: string;
  /** The id of the list that it searches. */
  list: string;
  /** The id of the active option. */
  active: string | undefined;
  found: number;
  /** What is said of how many there are; nothing as long as nothing was typed. */
  results: string;
  value: string;
  onType: (typed: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur?: (event: FocusEvent) => void;
}

/** A field whose options are read out one by one; the list beneath it is its user's (ARIA combobox). */
export function ComboField({ list, active, found, results, value, onType, ...field }: ComboFieldProps) {
  return (
    <>
      <TextInput
        {...field}
        data-autofocus
        autoFocus
        autoComplete="off"
        role="combobox"
        aria-expanded={found > 0}
        aria-controls={list}
        aria-activedescendant={active}
        aria-autocomplete="list"
        value={value}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <p role="status" className="visually-hidden">
        {value !== '' && results}
      </p>
    </>
  );
}
