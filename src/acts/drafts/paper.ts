import type { Need } from '../../../contract/pages/act.js';
import { journeyRoutes } from '../../../contract/routes/journeys.js';
import { recordRoutes } from '../../../contract/routes/records.js';
import type { RecordDocument } from '../../../domain/journey/commands/record-document.js';
import type { RequestRenewal } from '../../../domain/journey/commands/request-renewal.js';
import type { Paper } from '../../../domain/journey/events.js';
import { currentPaper } from '../../../domain/journey/facts.js';
import type { Bench } from '../bench.js';
import type { Body, Draft } from '../draft.js';
import { happenedOn, need, noteOf, optionsOf } from '../needs.js';
import { employmentNotes } from '../../programmes/words/state-words.js';
import { proofs } from '../option-words.js';
import { inWords } from '../words.js';

/** The kinds of paper that the programme knows, in its order. */
export const paperKinds = ({ context, language }: Bench): NonNullable<Need['options']> =>
  context.programme.documentKinds.map(({ key, title }) => ({ value: key, label: title[language] }));

const base = ({ state }: Bench) =>
  ({
    group: 'paper',
    route: journeyRoutes.recordDocument,
    params: { id: state.plain.journey },
    wish: ({ corrects, ...paper }: Body) =>
      ({
        type: 'RecordDocument',
        paper: { employmentNote: 'unknown', ...paper },
        ...(corrects !== undefined && { corrects }),
      }) as RecordDocument,
  }) as const;

/** What stands on a paper: the day first, since it is what is new on every one. */
function printed(bench: Bench, shown: Partial<Paper>): Need[] {
  const { kind, validUntil, validFrom, employmentNote } = shown;
  const given = <Value>(preset: Value | undefined) => (preset === undefined ? {} : { preset });
  return [
    need(bench, 'day', '/validUntil', 'validUntil', { required: true, ...given(validUntil) }),
    need(bench, 'choice', '/kind', 'kind', { required: true, options: paperKinds(bench), ...given(kind) }),
    need(bench, 'choice', '/employmentNote', 'employmentNote', {
      options: optionsOf(bench, employmentNotes),
      ...given(employmentNote),
    }),
    need(bench, 'day', '/validFrom', 'validFrom', { latest: bench.today, ...given(validFrom) }),
  ];
}

/** Another paper was shown. */
export function newPaper(bench: Bench): Draft {
  const { kind, employmentNote } = currentPaper(bench.state)?.paper ?? {};
  const shown = {
    ...(kind !== undefined && { kind }),
    ...(employmentNote !== undefined && { employmentNote }),
  };
  return {
    ...base(bench),
    key: 'paper.new',
    label: inWords(bench, { de: 'Neues Papier', en: 'New paper' }),
    words: ['duldung', 'aufenthalt', 'verlängert', 'ausweis', 'gültig', 'permit', 'toleration', 'extended'],
    body: {},
    needs: printed(bench, shown),
  };
}

/** The current paper was recorded wrongly. */
export function correctPaper(bench: Bench): Draft | undefined {
  const current = currentPaper(bench.state);
  if (!current?.paper) return undefined;
  return {
    ...base(bench),
    key: 'paper.correct',
    label: inWords(bench, { de: 'Papier berichtigen', en: 'Correct the paper' }),
    words: ['gültig bis', 'tippfehler', 'datum', 'duldung', 'valid until', 'mistake', 'date'],
    body: { corrects: current.id },
    needs: printed(bench, current.paper),
    sayingNothingIsFine: true,
  };
}

/** The renewal was asked for; preset with the proof that counts. */
export const renewalRequested = (bench: Bench): Draft => ({
  group: 'paper',
  route: recordRoutes.requestRenewal,
  params: { id: bench.state.plain.journey },
  key: 'paper.renewal_requested',
  label: inWords(bench, { de: 'Antrag gestellt', en: 'Renewal asked for' }),
  words: ['verlängerung', 'ausländerbehörde', 'papier', 'beleg', 'renewal', 'extension', 'office', 'receipt'],
  body: {},
  needs: [
    happenedOn(bench),
    need(bench, 'choice', '/proof', 'proof', {
      required: true,
      options: optionsOf(bench, proofs),
      preset: 'receipt_seen',
    }),
    noteOf(bench),
  ],
  wish: (body) => ({ type: 'RequestRenewal', ...body }) as RequestRenewal,
});

export const paperDrafts = (bench: Bench): (Draft | undefined)[] => [
  newPaper(bench),
  correctPaper(bench),
  renewalRequested(bench),
];
