import type { EventView } from '../../../contract/journeys/event.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';

/** Fields that only the machine needs, or that stand elsewhere in the entry. */
const silent = new Set([
  'note',
  'record',
  'milestone',
  'module',
  'document',
  'corrects',
  'stamp',
  'registerRow',
  'atEntry',
  'text',
  'channel',
]);

/**
 * The fields of an event's data that have a word, with their values in words.
 * @param dayInWords how a day is said
 */
export function detailsOf(
  { data }: EventView,
  { fields, languages, documentKinds, employmentNotes, tasks }: ProgrammeWords,
  dayInWords: (day: string) => string,
  yesOrNo: (yes: boolean) => string,
): { label: string; value: string }[] {
  const inner = typeof data.data === 'object' && data.data !== null ? data.data : {};
  const wordOf = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return yesOrNo(value);
    const text = String(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayInWords(text);
    if (name === 'language') return languages[text] ?? text;
    if (name === 'employmentNote') return employmentNotes[text] ?? text;
    return (
      fields[`${name}.${text}`] ?? (name === 'kind' ? (documentKinds[text] ?? tasks[text] ?? text) : text)
    );
  };
  return Object.entries({ ...data, ...inner }).flatMap(([name, value]) => {
    const label = fields[name];
    if (silent.has(name) || label === undefined || value === null || value === undefined) return [];
    if (typeof value === 'object' && !Array.isArray(value)) return [];
    const said = Array.isArray(value)
      ? value.map((each) => wordOf(name, each)).join(', ')
      : wordOf(name, value);
    return said === 'undone_at_once' ? [] : [{ label, value: said }];
  });
}
