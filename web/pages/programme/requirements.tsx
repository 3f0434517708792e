import { say } from '../../texts/programme.js';
import { Sentences } from './card.js';
import type { Definition } from './definition.js';
import { anyOfSaid } from './sentences/facts.js';
import { toSaid } from './sentences/conditions.js';

/** What has to be so before something may happen, and who can clear it. */
export function Requirements({ of, programme, words }: Definition & { of: readonly string[] }) {
  if (of.length === 0) return <p>{say('requiresNothing')}</p>;
  return <Sentences title={say('requires')} of={requirementsSaid(of, { programme, words })} />;
}

export const requirementsSaid = (codes: readonly string[], { programme, words }: Definition): string[] =>
  programme.requirements
    .filter(({ code }) => codes.includes(code))
    .map(({ anyOf, who }) => `${anyOfSaid(anyOf, words)} (${say('who', { who: toSaid([who]) })})`);
