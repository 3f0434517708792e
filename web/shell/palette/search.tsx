import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import type { JourneyRef } from '../../../contract/journeys/shared.js';
import { reads, useMe } from '../../api/reads.js';
import { nameOf } from '../../parts/person-name.js';
import { say } from '../../texts/palette.js';
import { say as shell } from '../../texts/shell.js';
import { pagesOf } from '../pages.js';
import { firstStep, secondStep, type Option } from './options.js';
import { OptionLine } from './option-line.js';
import styles from './palette.module.css';
import { usePeople } from './use-people.js';

interface SearchProps {
  person: JourneyRef | undefined;
  /** `opens`: the journey itself is wanted. */
  onChoose: (option: Option, opens: boolean) => void;
  onForget: () => void;
}

const noActs = { possible: [], notYet: [] };

/** The field and what it finds: a combobox whose options are read out one by one. */
export function Search({ person, onChoose, onForget }: SearchProps) {
  const me = useMe();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const people = usePeople(person ? '' : typed);
  const acts = useQuery({ ...reads.acts(person?.id ?? ''), enabled: person !== undefined });
  const pages = pagesOf(me.role).map((entry) => ({ entry, name: shell(entry.name) }));
  const options = person
    ? secondStep(person, acts.data ?? noActs, typed)
    : firstStep(people.own, people.found, pages, typed);
  const active = options[Math.min(at, options.length - 1)];
  useEffect(() => {
    setTyped('');
    setAt(0);
  }, [person]);
  useEffect(() => {
    if (active) document.getElementById(active.id)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((before) =>
        Math.max(0, Math.min(options.length - 1, Math.min(before, options.length - 1) + step)),
      );
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onChoose(active, event.altKey);
    } else if (event.key === 'Backspace' && typed === '' && person) {
      onForget();
    }
  };
  const label = person ? say('what', { name: nameOf(person.name) }) : say('who');
  return (
    <div>
      {person && (
        <Button variant="light" size="compact-sm" mb="sm" onClick={onForget} tabIndex={0}>
          <span data-personal>{nameOf(person.name)}</span>&nbsp;· {say('other')}
        </Button>
      )}
      <TextInput
        key={person?.id ?? 'nobody'}
        label={label}
        description={say('hint')}
        data-autofocus
        autoFocus
        autoComplete="off"
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-activedescendant={active?.id}
        aria-autocomplete="list"
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="visually-hidden">
        {typed !== '' && say('results', { n: options.length })}
      </p>
      <ul id={list} role="listbox" aria-label={label} className={styles.list}>
        {options.map((option) => (
          <li
            key={option.id}
            id={option.id}
            role="option"
            aria-selected={option.id === active?.id}
            aria-disabled={option.is === 'notYet' || undefined}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option, false)}
          >
            <OptionLine option={option} />
          </li>
        ))}
      </ul>
      {!person && typed.trim().length > 1 && options.length === 0 && <p>{say('nobody')}</p>}
    </div>
  );
}
