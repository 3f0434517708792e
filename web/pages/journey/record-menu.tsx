import { TextInput } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/journey.js';
import { usePage } from './page-state.js';
import styles from './record-menu.module.css';
import { recordOptions, type RecordOption } from './record-options.js';

interface RecordMenuProps {
  onChoose: (act: Act) => void;
  onClose: () => void;
}

/** Everything that can be recorded, by search; what can't yet says what it waits for. */
export function RecordMenu({ onChoose, onClose }: RecordMenuProps) {
  const { acts } = usePage();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const options = recordOptions(acts, typed);
  const active = options[Math.min(at, options.length - 1)];
  useEffect(() => {
    if (active) document.getElementById(active.id)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const choose = (option: RecordOption): void => {
    if (option.is === 'act') onChoose(option.act);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((before) => Math.max(0, Math.min(options.length - 1, before + step)));
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div>
      <TextInput
        label={say('recordWhat')}
        description={say('recordHint')}
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
        onBlur={({ relatedTarget }) => relatedTarget === null || onClose()}
      />
      <p role="status" className="visually-hidden">
        {typed !== '' && say('recordResults', { n: options.length })}
      </p>
      <div id={list} role="listbox" aria-label={say('recordWhat')} className={styles.list}>
        {sections(options, typed !== '').map(({ title, options }) => (
          <div key={title} role="group" aria-label={title}>
            <p className={styles.title} aria-hidden>
              {title}
            </p>
            {options.map((option) => (
              <div
                key={option.id}
                id={option.id}
                role="option"
                aria-selected={option === active}
                aria-disabled={option.is === 'notYet' || undefined}
                className={styles.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.is === 'act' ? option.act.label : option.notYet.label}
                {option.is === 'notYet' &&
                  option.notYet.missing.map(({ code, text, who }) => (
                    <small key={code}>{missingWords(text, who)}</small>
                  ))}
              </div>
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && <p>{say('recordNothing')}</p>}
    </div>
  );
}

/** `Es fehlt: … → Coach` */
export const missingWords = (what: string, who: string): string =>
  say('missing', { what, who: roleWords(who) });

/** Who can clear it, in words. */
export function roleWords(role: string): string {
  const known = ['coach', 'coordinator', 'participant', 'admin', 'engine', 'demonstration'] as const;
  const found = known.find((each) => each === role);
  return found ? common(`who_${found}`) : role;
}

/** Under headings: by group, or while searching what is possible and what is not yet. */
function sections(
  options: readonly RecordOption[],
  searching: boolean,
): { title: string; options: RecordOption[] }[] {
  const found: { title: string; options: RecordOption[] }[] = [];
  for (const option of options) {
    const title =
      option.is === 'notYet' ? say('notYet') : searching ? say('possible') : say(`group_${option.group}`);
    const last = found.at(-1);
    if (last?.title === title) last.options.push(option);
    else found.push({ title, options: [option] });
  }
  return found;
}
