import { Link } from 'react-router';
import type { Milestone } from '../../../contract/pages/programme.js';
import { say } from '../../texts/programme.js';
import { Card, Sentences } from './card.js';
import { inOwn, type Definition } from './definition.js';
import { addressOf } from './parts.js';
import { Requirements, requirementsSaid } from './requirements.js';
import { toSaid } from './sentences/conditions.js';
import { named, phaseTitle, valuesSaid } from './sentences/facts.js';
import { deadlinesSetOffBy } from './relations.js';

/** Every milestone: what it asks for, what it needs, and what it moves. */
export function Milestones({ programme, words }: Definition) {
  return programme.milestones.map((milestone) => (
    <MilestoneCard key={milestone.key} of={milestone} programme={programme} words={words} />
  ));
}

function MilestoneCard({ of, programme, words }: Definition & { of: Milestone }) {
  const { key, title, fields, recordedBy, requires, requiresFor } = of;
  const definition = { programme, words };
  const deadlines = deadlinesSetOffBy(key, programme);
  return (
    <Card name={key} title={inOwn(title)}>
      <Requirements of={requires} {...definition} />
      {requiresFor.map((each) => (
        <Sentences
          key={each.field}
          title={say('requiresFor', { values: valuesSaid(words, each.field, each.in) })}
          of={requirementsSaid(each.requires, definition)}
        />
      ))}
      <p>{[...movesSaid(of, definition), repeatsSaid(of, definition)].join(' ')}</p>
      <p>{say('recordedBy', { who: toSaid(recordedBy) })}</p>
      <Sentences
        title={say('fields')}
        of={fields.map(({ name, required }) =>
          required ? named(words.fields, name) : say('optionalField', { field: named(words.fields, name) }),
        )}
      />
      {deadlines.length > 0 && (
        <>
          <h3>{say('setsOff')}</h3>
          <ul>
            {deadlines.map((deadline) => (
              <li key={deadline.key}>
                <Link to={addressOf('deadlines', deadline.key)}>{inOwn(deadline.title)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function movesSaid({ moves, movesBack }: Milestone, { words }: Definition): string[] {
  return [['moves', moves] as const, ['movesBack', movesBack] as const].flatMap(([way, to]) => {
    if (!to) return [];
    const phase = phaseTitle(words, to.to);
    if (!to.when) return [say(way, { phase })];
    const { field, is } = to.when;
    const when =
      typeof is === 'boolean'
        ? named(words.fields, field)
        : `${named(words.fields, field)}: ${valuesSaid(words, field, [is])}`;
    return [say(`${way}When`, { phase, when })];
  });
}

const repeatsSaid = ({ repeats }: Milestone, { words }: Definition): string =>
  typeof repeats === 'string'
    ? say(`repeats_${repeats}`)
    : say('repeatsAfter', { milestone: named(words.milestones, repeats.after) });
