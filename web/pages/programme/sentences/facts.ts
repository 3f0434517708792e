import type { Fact } from '../../../../contract/pages/programme.js';
import type { ProgrammeWords } from '../../../../contract/pages/words.js';
import { say } from '../../../texts/programme.js';

/** A key by its words. */
export const named = (titles: Readonly<Record<string, string>>, key: string): string => titles[key] ?? key;

export const listed = (titles: Readonly<Record<string, string>>, keys: readonly string[]): string =>
  keys.map((key) => named(titles, key)).join(', ');

/** A field's values as they are called; `true` and `false` by the field alone. */
export function valuesSaid(
  { fields }: ProgrammeWords,
  field: string,
  values: readonly (string | boolean)[],
): string {
  return values
    .map((value) => (typeof value === 'string' ? named(fields, `${field}.${value}`) : named(fields, field)))
    .map((text) => text.replace(new RegExp(`^${field}\\.`), ''))
    .join(', ');
}

export const phaseTitle = ({ phases }: ProgrammeWords, key: string): string =>
  phases.find((phase) => phase.key === key)?.title ?? key;

/** Something that may be so in a journey, as the second half of "if …". */
export function factSaid(fact: Fact, words: ProgrammeWords): string {
  if ('milestone' in fact) return milestoneSaid(fact, words);
  if ('phaseFrom' in fact) return say('fact_phaseFrom', { phase: phaseTitle(words, fact.phaseFrom) });
  if ('consent' in fact)
    return say('fact_consent', { purpose: named(words.fields, `purposes.${fact.consent}`) });
  if ('takenOver' in fact) return say('fact_takenOver');
  if ('closed' in fact) return say('fact_closed');
  if ('documentKind' in fact)
    return say('fact_documentKind', { kinds: listed(words.documentKinds, fact.documentKind) });
  if ('documentDay' in fact) return say('fact_documentDay');
  if ('employmentNoteNot' in fact)
    return say('fact_employmentNoteNot', { note: named(words.employmentNotes, fact.employmentNoteNot) });
  if ('renewalRequest' in fact) return say('fact_renewal');
  if ('schoolCertificateNot' in fact)
    return say('fact_certificateNot', {
      certificates: valuesSaid(words, 'type', fact.schoolCertificateNot),
    });
  if ('germanLevelFrom' in fact) return say('fact_levelFrom', { level: fact.germanLevelFrom });
  return say('fact_module', {
    module: named(words.modules, fact.module),
    states: listed(words.moduleStates, fact.state),
  });
}

/** Facts of which one is enough. */
export const anyOfSaid = (facts: readonly Fact[], words: ProgrammeWords): string =>
  facts.map((fact) => factSaid(fact, words)).join(say('or'));

type MilestoneFact = Extract<Fact, { milestone: string }>;

function milestoneSaid(
  { milestone, field, in: values, newest, proven }: MilestoneFact,
  words: ProgrammeWords,
): string {
  const title = named(words.milestones, milestone);
  const plain =
    field === undefined || values === undefined
      ? say('fact_milestone', { milestone: title })
      : say('fact_milestoneWith', {
          milestone: title,
          field: named(words.fields, field),
          values: valuesSaid(words, field, values),
        });
  const withNewest = newest ? say('fact_newest', { fact: plain }) : plain;
  return proven ? say('fact_proven', { fact: withNewest }) : withNewest;
}
