import type { ProgrammeWords } from '../../../contract/pages/words.js';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import { moduleStates } from '../../journeys/views/event-words.js';
import type { Language } from '../../journeys/views/language.js';
import { taskTitles } from '../../journeys/views/task-view.js';
import { fieldWords } from './field-words.js';
import { inLanguage, type Words } from './in-language.js';
import { languageNames } from './language-names.js';
import { employmentNotes, engineFlags, messageStates, overlays } from './state-words.js';

/**
 * What pages print for the keys of a programme.
 * @param written the languages that its texts are in
 */
export function programmeWords(
  programme: Programme,
  written: readonly string[],
  language: Language,
): ProgrammeWords {
  const titles = (list: readonly { key: string; title: Words }[]) =>
    Object.fromEntries(list.map(({ key, title }) => [key, title[language]]));
  return {
    programme: programme.title[language],
    phases: programme.phases.map(({ key, title }) => ({ key, title: title[language] })),
    moves: Object.fromEntries(
      programme.milestones.flatMap(({ key, moves }) => (moves ? [[key, moves.to]] : [])),
    ),
    requirements: programme.requirements.map(({ code, anyOf }) => ({ code, anyOf })),
    modules: titles(programme.modules),
    moduleStates: inLanguage(moduleStates, language),
    milestones: titles(programme.milestones),
    documentKinds: titles(programme.documentKinds),
    exitReasons: titles(programme.exitReasons),
    deadlines: titles(programme.deadlines),
    deadlineKinds: titles(programme.deadlineKinds),
    flags: { ...titles(programme.stuck), ...inLanguage(engineFlags, language) },
    tasks: inLanguage(taskTitles, language),
    communes: Object.fromEntries(programme.communes.map(({ key, name }) => [key, name])),
    overlays: inLanguage(overlays, language),
    employmentNotes: inLanguage(employmentNotes, language),
    messageStates: inLanguage(messageStates, language),
    languages: languageNames(written, language),
    fields: inLanguage(fieldWords, language),
  };
}
