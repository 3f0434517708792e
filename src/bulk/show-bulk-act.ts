import type { BulkAnswer, BulkOutcome } from '../../contract/pages/bulk.js';
import { moduleStates } from '../journeys/views/event-words.js';
import { dayInWords } from '../journeys/views/day-words.js';
import { missingIn } from '../journeys/views/missing.js';
import type { Language } from '../journeys/views/language.js';
import type { Clock } from '../clock/clock.js';
import { countsOf, undoMinutes, type Batch } from './batch.js';
import { whyWords } from './left-as-it-is.js';
import type { Before, KeptOutcome } from './sealed.js';
import type { Accompanied } from './task.js';

/** Who accounts are, by id. */
export type CoachNames = ReadonlyMap<string, string>;

/** An act as far as it has come, in the reader's language. */
export async function shownBatch(
  batch: Batch,
  outcomes: readonly KeptOutcome[],
  names: CoachNames,
  language: Language,
  clock: Clock,
): Promise<BulkAnswer> {
  const { id, command, dryRun, state, rows, undoes, undoneBy, isRecent, doneAt } = batch;
  const mayUndo = doneAt !== null && isRecent && !dryRun && undoes === null && undoneBy === null;
  const until = doneAt && new Date(Date.parse(doneAt) + undoMinutes * 60_000).toISOString();
  return {
    id,
    command,
    dryRun,
    state,
    rows,
    ...countsOf(outcomes),
    undoUntil: mayUndo && until !== null ? await clock.at(until) : null,
    ...(undoes !== null && { undoes }),
    ...(undoneBy !== null && { undoneBy }),
    outcomes: outcomes.map((outcome) => shown(outcome, names, language)),
  };
}

function shown(
  { journeyId, outcome, before, why }: KeptOutcome,
  names: CoachNames,
  language: Language,
): BulkOutcome {
  return {
    journeyId,
    outcome,
    ...(before && { effect: effectOf(before, names, language) }),
    ...(why && {
      why: {
        code: why.code,
        text: isOurs(why.code) ? whyWords[why.code][language] : (why.text ?? why.code),
        missing: missingIn(language, why.missing),
      },
    }),
  };
}

const isOurs = (code: string): code is keyof typeof whyWords => code in whyWords;

/** What was before: the act itself says what is after it. */
function effectOf(before: Before, names: CoachNames, language: Language): string {
  if ('coach' in before) {
    const name = nameOf(before.coach, names) ?? { de: 'niemand', en: 'nobody' }[language];
    return { de: `Bisher: ${name}`, en: `Until now: ${name}` }[language];
  }
  if ('modules' in before) {
    const modules = before.modules.map(({ module, state }) => `${module} ${moduleStates[state][language]}`);
    if (modules.length === 0) return { de: 'Noch kein Baustein', en: 'No module yet' }[language];
    return { de: `Bisher: ${modules.join(', ')}`, en: `Until now: ${modules.join(', ')}` }[language];
  }
  const { lastContactOn: day } = before;
  if (day === null) return { de: 'Noch kein Kontakt', en: 'No contact yet' }[language];
  const said = dayInWords(day, language);
  return { de: `Letzter Kontakt: ${said}`, en: `Last contact: ${said}` }[language];
}

const nameOf = ({ coach, hint }: Accompanied, names: CoachNames): string | undefined =>
  coach === null ? hint : names.get(coach);

/** The accounts that these outcomes name. */
export const coachesIn = (outcomes: readonly KeptOutcome[]): string[] =>
  outcomes.flatMap(({ before }) =>
    before && 'coach' in before && before.coach.coach !== null ? [before.coach.coach] : [],
  );
