import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useWords } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { Day } from '../../parts/day/day.js';
import { say } from '../../texts/journey.js';
import { ActMenu } from './act-buttons.js';
import { useActing } from './acting.js';
import { Differs } from './differs.js';
import { FormHere } from './form-here.js';
import journey from './journey.module.css';
import { AxisHead, ModuleBar } from './module-bar.js';
import { axisOf, moduleLines, type ModuleLine } from './modules.js';
import styles from './modules.module.css';
import { usePage } from './page-state.js';

/** The modules side by side over the months; as text by a switch, and always in words beside the bar. */
export function ModulesBlock() {
  const page = usePage();
  const { opened } = useActing();
  const words = useWords();
  const [asText, setAsText] = useState(false);
  const lines = moduleLines(page.journey.modules, page.events ?? []);
  const axis = axisOf(lines, page.day);
  const proposals = page.acts.possible.filter(({ key }) => key.startsWith('module.propose.'));
  const columns = 3;
  return (
    <Block
      title={say('modulesTitle')}
      aside={
        <span className={journey.buttons}>
          <Differs in={({ modules }) => modules} />
          <ActMenu acts={proposals} place="modules" label={say('propose')} />
          {lines.length > 0 && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-pressed={asText}
              onClick={() => setAsText(!asText)}
            >
              {say('asTable')}
            </Button>
          )}
        </span>
      }
    >
      <FormHere place="modules" />
      {lines.length === 0 && <p>{say('modulesNone')}</p>}
      {lines.length > 0 && (
        <table className={styles.table} data-text={asText || undefined}>
          <caption className="visually-hidden">{say('modulesTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('module')}</th>
              <th scope="col" className={styles.way}>
                <span className={asText || !axis ? undefined : 'visually-hidden'}>{say('steps')}</span>
                {!asText && axis && <AxisHead axis={axis} />}
              </th>
              <th scope="col">
                <span className="visually-hidden">{say('more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Fragment key={line.id}>
                <tr>
                  <th scope="row">
                    {line.module} {words.modules[line.module]}
                    <small>
                      <b>{words.moduleStates[line.state] ?? line.state}</b>
                      {line.since !== undefined && (
                        <>
                          {' '}
                          {say('since')} <Day of={line.since} as="table" />
                        </>
                      )}
                      {line.source === 'register' && ` · ${say('fromRegister')}`}
                    </small>
                  </th>
                  <td className={styles.way}>
                    {asText || !axis ? (
                      <Steps line={line} />
                    ) : (
                      <ModuleBar line={line} axis={axis} today={page.day} />
                    )}
                  </td>
                  <td className={styles.acts}>
                    <ActMenu
                      acts={page.acts.possible.filter(({ key }) => key.endsWith(`.${line.id}`))}
                      place={`module:${line.id}`}
                      label={say('more')}
                      describes={`${line.module} ${words.modules[line.module] ?? ''}`}
                      nameOf={({ key, label }) => words.moduleStates[key.split('.')[1] ?? ''] ?? label}
                    />
                  </td>
                </tr>
                {opened?.place === `module:${line.id}` && (
                  <tr>
                    <td colSpan={columns}>
                      <FormHere place={`module:${line.id}`} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

/** The same as the bar, in words. */
function Steps({ line }: { line: ModuleLine }) {
  const words = useWords();
  return (
    <ol className={styles.steps}>
      {line.steps.map(({ state, on }, at) => (
        <li key={at}>
          <Day of={on} as="table" /> {words.moduleStates[state] ?? state}
        </li>
      ))}
    </ol>
  );
}
