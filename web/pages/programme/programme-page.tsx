import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { reads, useMe } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { Sections } from '../../parts/sections/sections.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/programme.js';
import { Deadlines } from './deadlines.js';
import { Flags } from './flags.js';
import { Milestones } from './milestones.js';
import { Modules } from './modules.js';
import { parts, partIn, type Part } from './parts.js';
import { PhaseMap } from './phase-map.js';
import styles from './programme.module.css';
import { Sources } from './sources.js';
import { TextsOfProgramme } from './texts-of-programme.js';
import type { Definition } from './definition.js';

const views: Record<Part, (props: Definition) => ReactNode> = {
  map: PhaseMap,
  milestones: Milestones,
  modules: Modules,
  deadlines: Deadlines,
  flags: Flags,
  texts: TextsOfProgramme,
  sources: Sources,
};

/** The definition of the programme, to be read: what moves whom, when somebody is reminded, and on which ground. */
export function ProgrammePage() {
  useTitle(say('title'));
  const me = useMe();
  const [search] = useSearchParams();
  const query = useQuery(reads.programme(me));
  const words = useQuery(reads.words(me));
  const part = partIn(search);
  const View = views[part];
  const error = query.error ?? words.error;
  if (!query.data || !words.data) {
    return (
      <>
        <h1>{say('title')}</h1>
        {error ? (
          <BlockFailed error={error} retry={() => void Promise.all([query.refetch(), words.refetch()])} />
        ) : (
          <Loading lines={12} retry={() => void query.refetch()} />
        )}
      </>
    );
  }
  return (
    <div className={styles.page}>
      <h1>{say('heading', { title: words.data.programme })}</h1>
      <p>{say('version', { version: query.data.version })}</p>
      <Sections
        name={say('parts')}
        of={parts.map((key) => ({
          key,
          text: say(`part_${key}`),
          link: { to: { search: key === 'map' ? '' : `teil=${key}` } },
        }))}
        current={part}
      />
      <View programme={query.data} words={words.data} />
    </div>
  );
}
