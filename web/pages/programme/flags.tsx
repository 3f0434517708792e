import type { StuckCause } from '../../../contract/pages/programme.js';
import { say } from '../../texts/programme.js';
import { Card } from './card.js';
import { inOwn, type Definition } from './definition.js';
import { conditionSaid, escalationSaid, stepSaid, unlessSaid } from './sentences/conditions.js';
import { phaseTitle } from './sentences/facts.js';

/** When a journey needs attention: from when on, how soon, who is told, and what helps. */
export function Flags({ programme, words }: Definition) {
  return programme.stuck.map((rule) => (
    <Card key={rule.key} name={rule.key} title={inOwn(rule.title)}>
      {rule.causes.map((cause, at) => (
        <Cause key={at} of={cause} programme={programme} words={words} />
      ))}
      {rule.escalation && <p>{escalationSaid(rule)}</p>}
      <p>{say('suggestion', { text: inOwn(rule.suggestion) })}</p>
      <p>{say(`flagPaused_${rule.whilePaused}`)}</p>
    </Card>
  ));
}

function Cause({ of: { condition, steps, inPhases }, programme, words }: Definition & { of: StuckCause }) {
  const unless = unlessSaid(condition, words);
  return (
    <>
      <h3>
        {say('raised')} {conditionSaid(condition, programme, words)}
      </h3>
      <ul>
        {steps.map((step) => (
          <li key={step.after}>{stepSaid(step, condition)}</li>
        ))}
        {Object.entries(inPhases).flatMap(([phase, own]) =>
          own.map((step) => (
            <li key={`${phase} ${step.after}`}>
              {say('inPhase', { phase: phaseTitle(words, phase) })}: {stepSaid(step, condition)}
            </li>
          )),
        )}
        {unless !== undefined && <li>{unless}</li>}
      </ul>
    </>
  );
}
