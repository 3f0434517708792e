import type { JourneyItem, ReducedJourney } from '../../contract/journeys/journey.js';
import type { ExportColumn } from '../../contract/pages/exports.js';
import type { ProgrammeWords } from '../../contract/pages/words.js';
import { partsOf } from '../../domain/deadlines/day.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Day } from '../../domain/time.js';
import { csvOf } from '../csv.js';
import type { Language } from '../journeys/views/language.js';
import type { Words } from '../programmes/words/in-language.js';

/** What the rows are told with. */
export interface FileWords {
  language: Language;
  programme: Programme;
  words: ProgrammeWords;
  /** Coaches' names by their e-mail addresses. */
  coaches: ReadonlyMap<string, string>;
}

type Row = JourneyItem | ReducedJourney;
type Cells = (row: JourneyItem, words: FileWords) => string[];

/**
 * The list as a file. A paper, what a flag or a deadline tells of one, an address or a number, and a note are in none of its
 * columns; of a colleague's journey it holds what she sees of it.
 */
export function journeysFile(
  rows: readonly Row[],
  columns: readonly ExportColumn[],
  words: FileWords,
): string {
  const headings = ['name' as const, ...columns].flatMap((column) => heads[column]);
  const lines = rows.map((row) => [
    row.name.familyName ?? '',
    row.name.givenName ?? '',
    ...columns.flatMap((column) => cellsOf(column, row, words)),
  ]);
  return csvOf([headings.map((head) => head[words.language]), ...lines]);
}

function cellsOf(column: ExportColumn, row: Row, words: FileWords): string[] {
  switch (column) {
    case 'externalId':
      return [row.externalId ?? ''];
    case 'phase':
      return [words.words.phases.find(({ key }) => key === row.phase)?.title ?? row.phase];
    case 'commune':
      return [words.words.communes[row.commune] ?? row.commune];
    case 'coach':
      return [row.coach === null ? '' : (words.coaches.get(row.coach) ?? row.coach)];
    default:
      return 'version' in row ? own[column](row, words) : heads[column].map(() => '');
  }
}

const own: Record<Exclude<ExportColumn, 'externalId' | 'phase' | 'commune' | 'coach'>, Cells> = {
  due: ({ nextDue }, { programme, words }) => {
    const rule = programme.deadlines.find(({ key }) => key === nextDue?.rule);
    // rules of this class tell of the paper
    if (!nextDue || !rule || rule.class === 'status') return ['', ''];
    return [dayInCell(nextDue.day), words.deadlines[nextDue.rule] ?? ''];
  },
  flags: ({ flags }, { programme, words }) => {
    const told = programme.stuck.filter((rule) => rule.class === 'case' && flags.includes(rule.key));
    return [told.map(({ key }) => words.flags[key] ?? key).join(', ')];
  },
  modules: ({ modules }, { words }) => [
    modules.map(({ module, state }) => `${module} ${words.moduleStates[state] ?? state}`).join(', '),
  ],
  contact: ({ lastContactOn }) => [lastContactOn === null ? '' : dayInCell(lastContactOn)],
  language: ({ language }, { words }) => [
    language === undefined ? '' : (words.languages[language] ?? language),
  ],
};

/** As a German spreadsheet takes a day for one. */
function dayInCell(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${String(dayOfMonth).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

const heads: Record<ExportColumn | 'name', readonly Words[]> = {
  name: [
    { de: 'Familienname', en: 'Family name' },
    { de: 'Vorname', en: 'Given name' },
  ],
  externalId: [{ de: 'Kennung', en: 'Kennung' }],
  phase: [{ de: 'Phase', en: 'Phase' }],
  due: [
    { de: 'Nächste Frist', en: 'Next deadline' },
    { de: 'Anlass der Frist', en: 'Deadline for' },
  ],
  flags: [{ de: 'Hinweise', en: 'Flags' }],
  modules: [{ de: 'Bausteine', en: 'Modules' }],
  contact: [{ de: 'Letzter Kontakt', en: 'Last contact' }],
  language: [{ de: 'Sprache', en: 'Language' }],
  commune: [{ de: 'Kommune', en: 'Commune' }],
  coach: [{ de: 'Coach', en: 'Coach' }],
};
