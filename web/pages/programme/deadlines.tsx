import type { DeadlineRule } from '../../../contract/pages/programme.js';
import { say } from '../../texts/programme.js';
import { Card, Sentences } from './card.js';
import { inOwn, type Definition } from './definition.js';
import { Ladder } from './ladder.js';
import { LawLine } from './law-line.js';
import { toSaid } from './sentences/conditions.js';
import { anchorSaid, computeSaid } from './sentences/days.js';
import { factSaid } from './sentences/facts.js';
import { spanSaid } from './sentences/spans.js';

/** Every deadline rule: from which day, by which law, who is reminded when, and what ends it. */
export function Deadlines({ programme, words }: Definition) {
  return programme.deadlines.map((rule) => (
    <Card key={rule.key} name={rule.key} title={inOwn(rule.title)}>
      <LawLine of={rule.law} />
      <p>{daySaid(rule, { programme, words }).join(' ')}</p>
      {rule.appliesIf.length === 0 ? (
        <p>{say('appliesAlways')}</p>
      ) : (
        <Sentences title={say('appliesIf')} of={rule.appliesIf.map((fact) => factSaid(fact, words))} />
      )}
      <Ladder of={rule.reminders} name={inOwn(rule.title)} />
      <Sentences
        title={say('doneWhen')}
        of={[
          say('doneByNewer'),
          ...rule.doneWhen.map((done) => ('verified' in done ? say('verified') : factSaid(done, words))),
        ]}
      />
      <p>{afterwardsSaid(rule).join(' ')}</p>
    </Card>
  ));
}

function daySaid(
  { anchor, compute, direction, roll }: DeadlineRule,
  { programme, words }: Definition,
): string[] {
  return [
    say('countsFrom', { anchor: anchorSaid(anchor, programme, words) }),
    ...(compute.fn === 'printed' && compute.from === undefined
      ? []
      : [say('day', { day: computeSaid(compute, anchor, programme, words) })]),
    say(`direction_${direction}`),
    say(`roll_${roll}`),
  ];
}

const recipients = ['participant', 'coach', 'coordinator'] as const;

function afterwardsSaid({ onMissed, pausedByRenewal, whilePaused, afterClose }: DeadlineRule): string[] {
  const still = recipients.filter((each) => whilePaused[each] === 'runs');
  const later = recipients.filter((each) => afterClose[each] === 'survives');
  return [
    ...(onMissed ? [say('missed', { to: toSaid(onMissed.to), advice: inOwn(onMissed.advice) })] : []),
    ...(pausedByRenewal
      ? [say('renewal', { to: toSaid(pausedByRenewal.to), span: spanSaid(pausedByRenewal.every) })]
      : []),
    still.length > 0 ? say('paused', { who: toSaid(still) }) : say('pausedNobody'),
    later.length > 0 ? say('closed', { who: toSaid(later) }) : say('closedNobody'),
  ];
}
