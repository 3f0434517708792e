import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { JourneyRef } from '../../../contract/journeys/shared.js';
import { reads, useMe } from '../../api/reads.js';
import { ComboField } from '../../parts/combobox/combo-field.js';
import styles from '../../parts/combobox/combobox.module.css';
import { useActive } from '../../parts/combobox/use-active.js';
import { nameOf } from '../../parts/person-name.js';
import { say } from '../../texts/palette.js';
import { say as shell } from '../../texts/shell.js';
import { pagesOf } from '../pages.js';
import { firstStep, secondStep, type Option } from './options.js';
import { OptionLine } from './option-line.js';
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
  const people = usePeople(person ? '' : typed);
  const acts = useQuery({ ...reads.acts(person?.id ?? ''), enabled: person !== undefined });
  const { data: views = [] } = useQuery(reads.views());
  const pages = pagesOf(me.role).map((entry) => ({ entry, name: shell(entry.name) }));
  const options = person
    ? secondStep(person, acts.data ?? noActs, typed)
    : firstStep({ ...people, pages, views }, typed);
  const { active, restart, onKey } = useActive(options, (option, { altKey }) => onChoose(option, altKey));
  useEffect(() => {
    setTyped('');
    restart();
  }, [person]);
  const label = person ? say('what', { name: nameOf(person.name) }) : say('who');
  return (
    <div>
      {person && (
        <Button variant="light" size="compact-sm" mb="sm" onClick={onForget} tabIndex={0}>
          <span data-personal>{nameOf(person.name)}</span>&nbsp;· {say('other')}
        </Button>
      )}
      <ComboField
        key={person?.id ?? 'nobody'}
        label={label}
        description={say('hint')}
        list={list}
        active={active?.id}
        found={options.length}
        results={say('results', { n: options.length })}
        value={typed}
        onType={(next) => {
          setTyped(next);
          restart();
        }}
        onKeyDown={(event) => {
          if (!onKey(event) && event.key === 'Backspace' && typed === '' && person) onForget();
        }}
      />
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
