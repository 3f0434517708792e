import { journeyRoutes } from '../../../contract/routes/journeys.js';
import { recordRoutes } from '../../../contract/routes/records.js';
import type { CloseJourney, ReopenJourney } from '../../../domain/journey/commands/close-journey.js';
import type { PauseJourney, ResumeJourney } from '../../../domain/journey/commands/pause-journey.js';
import type { Bench } from '../bench.js';
import type { Draft } from '../draft.js';
import { happenedOn, need, noteOf, optionsOf } from '../needs.js';
import { pauseReasons } from '../option-words.js';
import { inWords } from '../words.js';

const base = ({ state }: Bench) =>
  ({ group: 'journey', params: { id: state.plain.journey }, body: {} }) as const;

const pause = (bench: Bench): Draft => ({
  ...base(bench),
  key: 'journey.pause',
  label: inWords(bench, { de: 'Begleitung ruhen lassen', en: 'Pause the journey' }),
  words: ['pause', 'pausieren', 'unterbrechen', 'verreist'],
  route: recordRoutes.pauseJourney,
  needs: [
    happenedOn(bench),
    need(bench, 'choice', '/reason', 'reason', { options: optionsOf(bench, pauseReasons) }),
    noteOf(bench),
  ],
  wish: (body) => ({ type: 'PauseJourney', ...body }) as PauseJourney,
});

const resume = (bench: Bench): Draft => ({
  ...base(bench),
  key: 'journey.resume',
  label: inWords(bench, { de: 'Begleitung fortsetzen', en: 'Go on with the journey' }),
  words: ['pause beenden', 'weiter', 'resume'],
  route: recordRoutes.resumeJourney,
  needs: [happenedOn(bench), noteOf(bench)],
  wish: (body) => ({ type: 'ResumeJourney', ...body }) as ResumeJourney,
});

const closing = (bench: Bench) =>
  ({
    ...base(bench),
    route: journeyRoutes.closeJourney,
    wish: (body) => ({ type: 'CloseJourney', ...body }) as CloseJourney,
  }) satisfies Partial<Draft>;

/** Closing for a reason after which somebody may come back. */
export function closeJourney(bench: Bench, preset?: string): Draft {
  const { exitReasons } = bench.context.programme;
  const reasons = exitReasons.filter(({ final }) => !final);
  return {
    ...closing(bench),
    key: 'journey.close',
    label: inWords(bench, { de: 'Begleitung abschließen', en: 'Close the journey' }),
    words: ['ende', 'beenden', 'abschluss', 'austritt', 'exit', 'end'],
    needs: [
      happenedOn(bench),
      need(bench, 'choice', '/reason', 'reason', {
        required: true,
        options: reasons.map(({ key, title }) => ({ value: key, label: title[bench.language] })),
        ...(preset !== undefined && { preset }),
      }),
      noteOf(bench),
    ],
  };
}

/** After a final reason nobody is reminded of anything any more: each is an act of its own, and asked about first. */
const closeForGood = (bench: Bench): Draft[] =>
  bench.context.programme.exitReasons
    .filter(({ final }) => final)
    .map(({ key, title }) => ({
      ...closing(bench),
      key: `journey.close.${key}`,
      label: inWords(bench, {
        de: `Abschließen: ${title.de}`,
        en: `Close: ${title.en}`,
      }),
      words: ['ende', 'abschluss', 'exit'],
      body: { reason: key },
      needs: [happenedOn(bench), noteOf(bench)],
      confirm: inWords(bench, {
        de: `Die Begleitung wird abgeschlossen: ${title.de}. Danach erinnert Lotse niemanden mehr, auch Sie nicht.`,
        en: `The journey will be closed: ${title.en}. Lotse will then remind nobody any more, nor you.`,
      }),
    }));

const reopen = (bench: Bench): Draft => ({
  ...base(bench),
  key: 'journey.reopen',
  label: inWords(bench, { de: 'Begleitung wieder aufnehmen', en: 'Reopen the journey' }),
  words: ['wieder öffnen', 'zurück', 'reopen'],
  route: journeyRoutes.reopenJourney,
  needs: [happenedOn(bench), noteOf(bench)],
  wish: (body) => ({ type: 'ReopenJourney', ...body }) as ReopenJourney,
});

/** Gives the journey to another coach of its commune. */
export function assignCoach(bench: Bench): Draft | undefined {
  const { commune } = bench.state.plain;
  const coaches = bench.coaches.filter(({ communes }) => communes?.includes(commune) ?? true);
  if (coaches.length === 0) return undefined;
  return {
    ...base(bench),
    key: 'journey.coach',
    label: inWords(bench, { de: 'Coach zuordnen', en: 'Assign a coach' }),
    words: ['übergeben', 'wechsel', 'zuständig', 'assign', 'handover'],
    route: journeyRoutes.assignCoach,
    needs: [
      need(bench, 'choice', '/coach', 'coach', {
        required: true,
        options: coaches.map(({ email, name }) => ({ value: email, label: name })),
      }),
    ],
    wish: ({ coach }) => ({
      type: 'AssignCoach',
      coach: coaches.find(({ email }) => email === coach)?.id ?? null,
    }),
  };
}

/** The same from the list of those who need attention, where somebody accompanies the journey already. */
export function changeCoach(bench: Bench): Draft | undefined {
  const draft = bench.state.plain.coach === null ? undefined : assignCoach(bench);
  return draft && { ...draft, label: inWords(bench, { de: 'Coach wechseln', en: 'Change the coach' }) };
}

export const journeyDrafts = (bench: Bench): (Draft | undefined)[] => [
  pause(bench),
  resume(bench),
  assignCoach(bench),
  closeJourney(bench),
  ...closeForGood(bench),
  reopen(bench),
];
