import { useId, useState } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { ComboField } from '../../parts/combobox/combo-field.js';
import comboStyles from '../../parts/combobox/combobox.module.css';
import { useActive } from '../../parts/combobox/use-active.js';
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
  const options = recordOptions(acts, typed);
  const choose = (option: RecordOption): void => {
    if (option.is === 'act') onChoose(option.act);
  };
  const { active, restart, onKey } = useActive(options, choose);
  return (
    <div>
      <ComboField
        label={say('recordWhat')}
        description={say('recordHint')}
        list={list}
        active={active?.id}
        found={options.length}
        results={say('recordResults', { n: options.length })}
        value={typed}
        onType={(next) => {
          setTyped(next);
          restart();
        }}
        onKeyDown={(event) => {
          if (onKey(event) || event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
        onBlur={({ relatedTarget }) => relatedTarget === null || onClose()}
      />
      <div id={list} role="listbox" aria-label={say('recordWhat')} className={comboStyles.list}>
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
                className={comboStyles.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.is === 'act' ? option.act.label : option.notYet.label}
                {option.is === 'notYet' &&
                  option.notYet.missing.map(({ code, text, who }) => (
                    <small key={code} className={styles.missing}>
                      {missingWords(text, who)}
                    </small>
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
