import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const restMs = 120;

interface SearchFieldProps {
  label: string;
  hint: string;
  className?: string | undefined;
  searched: string;
  onSearch: (text: string) => void;
}

/** Holds what is typed by itself: the list hears of it when the typing rests. */
export function SearchField({ label, hint, className = '', searched, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(searched);
  const [rested] = useDebouncedValue(typed, restMs);
  const told = useRef(searched);
  useEffect(() => {
    // something else is searched than was told last: somebody went back, or took the filters away
    if (searched === told.current) return;
    told.current = searched;
    setTyped(searched);
  }, [searched]);
  useEffect(() => {
    if (rested !== typed || rested === told.current) return;
    told.current = rested;
    onSearch(rested);
  }, [rested, typed, onSearch]);
  return (
    <TextInput
      className={className}
      label={label}
      placeholder={hint}
      type="search"
      data-page-search
      aria-keyshortcuts="/"
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
