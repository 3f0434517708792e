import { describe, expect, it } from '@jest/globals';
import { programme } from '../../../../test/support/planning.js';
import type { ProgrammeWords } from '../../../../contract/pages/words.js';
import { fieldWords } from '../../../../src/programmes/words/field-words.js';
import { inLanguage, type Words } from '../../../../src/programmes/words/in-language.js';
import { employmentNotes } from '../../../../src/programmes/words/state-words.js';
import { conditionSaid, stepSaid, unlessSaid } from './conditions.js';
import { computeSaid } from './days.js';
import { anyOfSaid, factSaid } from './facts.js';
import { offsetSaid, spanSaid } from './spans.js';

const titles = (list: readonly { key: string; title: Words }[]) =>
  Object.fromEntries(list.map(({ key, title }) => [key, title.de]));

/** As the server gives them, as far as the sentences use them. */
const words = {
  phases: programme.phases.map(({ key, title }) => ({ key, title: title.de })),
  modules: titles(programme.modules),
  moduleStates: {},
  milestones: titles(programme.milestones),
  documentKinds: titles(programme.documentKinds),
  deadlines: titles(programme.deadlines),
  employmentNotes: inLanguage(employmentNotes, 'de'),
  fields: inLanguage(fieldWords, 'de'),
} as unknown as ProgrammeWords;

/** A key of the definition that nobody has put into words. */
const looksLikeAKey = /undefined|\b[a-z]+_[a-z_]+\b|\b[a-z]+\.[a-z]\w*\b|\bfrom\b/;

describe('the sentences of the programme', () => {
  it('tell every rule without a key of the definition', () => {
    const said = [
      ...programme.requirements.map(({ anyOf }) => anyOfSaid(anyOf, words)),
      ...programme.deadlines.flatMap(({ compute, anchor, appliesIf, doneWhen }) => [
        computeSaid(compute, anchor, programme, words),
        ...appliesIf.map((fact) => factSaid(fact, words)),
        ...doneWhen.flatMap((done) => ('verified' in done ? [] : [factSaid(done, words)])),
      ]),
      ...programme.stuck.flatMap(({ causes }) =>
        causes.flatMap(({ condition, steps }) => [
          conditionSaid(condition, programme, words),
          unlessSaid(condition, words) ?? '',
          ...steps.map((step) => stepSaid(step, condition)),
        ]),
      ),
    ];
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((sentence) => looksLikeAKey.test(sentence))).toEqual([]);
  });

  it('tell spans and offsets', () => {
    expect(spanSaid('4M15d')).toBe('4 Monate und 15 Tage');
    expect(['-8w', '0d', '+1w', 'mid'].map(offsetSaid)).toEqual([
      '8 Wochen vorher',
      'am Tag selbst',
      'eine Woche nachher',
      'in der Mitte der Zeit',
    ]);
  });

  it('tell every way in which a day is computed, one inside the other', () => {
    const said = (compute: Parameters<typeof computeSaid>[0]): string =>
      computeSaid(compute, 'document.validUntil', programme, words);
    expect(said({ fn: 'plusDays', days: -3, from: { fn: 'eventEnd', weeks: 2 } })).toBe(
      '3 Tage vor: 2 Wochen nach: letzter Tag des Papiers',
    );
    expect(
      said({
        fn: 'byLaw',
        of: [
          { until: '2026-12-31', is: { fn: 'printed' } },
          { is: { fn: 'max', of: [{ fn: 'lastDayOfMonth' }, { fn: 'annual', month: 2, day: 1 }] } },
        ],
      }),
    ).toBe(
      'nach dem Recht des Tages: bis Do, 31.12.2026: letzter Tag des Papiers; der spätere Tag von: letzter Tag des Monats von: letzter Tag des Papiers; der nächste 1.2. ab: letzter Tag des Papiers',
    );
  });
});
