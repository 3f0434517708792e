import { Link } from 'react-router';
import { say } from '../../texts/programme.js';
import { inOwn, type Definition } from './definition.js';
import { addressOf, type Part } from './parts.js';
import styles from './programme.module.css';
import { atAnyTime, contentsOf } from './relations.js';
import { spanSaid } from './sentences/spans.js';

type Titled = { key: string; title: Record<'de' | 'en', string> };

/** The phases one after the other, each with what leads to it and what it opens. */
export function PhaseMap({ programme }: Definition) {
  const { phases, followUpAfter } = programme;
  const free = atAnyTime(programme);
  return (
    <>
      <p>{say('mapIntro')}</p>
      <ol className={styles.map}>
        {phases.map(({ key, title }, at) => {
          const { leads, leadsBack, possible, modules } = contentsOf(key, programme);
          return (
            <li key={key}>
              <h2>{inOwn(title)}</h2>
              {at === 0 && <p>{say('begin')}</p>}
              <Entries title={say('leadsHere')} of={leads} part="milestones" />
              {key === 'in_support' && <p>{say('bySupport')}</p>}
              {key === 'follow_up' && <p>{say('byEngine', { span: spanSaid(followUpAfter) })}</p>}
              {key === 'closed' && <p>{say('byClosing')}</p>}
              <Entries title={say('backTo')} of={leadsBack} part="milestones" />
              <Entries title={say('modulesHere')} of={modules} part="modules" />
              <Entries title={say('possibleFrom')} of={possible} part="milestones" />
            </li>
          );
        })}
      </ol>
      <section className={styles.card} aria-label={say('always')}>
        <Entries title={say('always')} of={free.milestones} part="milestones" level="h2" />
        <Entries title={say('modulesHere')} of={free.modules} part="modules" />
      </section>
    </>
  );
}

interface EntriesProps {
  title: string;
  of: readonly Titled[];
  part: Part;
  level?: 'h2' | 'h3';
}

function Entries({ title, of, part, level: Heading = 'h3' }: EntriesProps) {
  if (of.length === 0) return null;
  return (
    <>
      <Heading>{title}</Heading>
      <ul>
        {of.map((each) => (
          <li key={each.key}>
            <Link to={addressOf(part, each.key)}>
              {part === 'modules' && `${each.key} `}
              {inOwn(each.title)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
