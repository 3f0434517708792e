import { fold } from './fold.js';

/** The columns of a register, by the names that the spreadsheet's header shows. */
export const columns = [
  'Kennung',
  'Nachname',
  'Vorname',
  'Geburtsdatum',
  'Geschlecht',
  'Staatsangehörigkeit',
  'Sprache',
  'Kommune',
  'Telefon',
  'E-Mail',
  'Aufenthaltsstatus',
  'gültig bis',
  'Nebenbestimmung',
  'Coach',
  'Erstkontakt',
  'Deutschniveau',
  'Schulabschluss',
  'Bausteine',
  'Einwilligung am',
  'Einwilligung für',
  'Bemerkung',
] as const;

export type Column = (typeof columns)[number];

/** Without these, a row says nothing that could be recorded. */
export const requiredColumns: readonly Column[] = [
  'Kennung',
  'Nachname',
  'Vorname',
  'Geburtsdatum',
  'Kommune',
];

const byFoldedName = new Map(columns.map((column) => [fold(column), column]));

/** The column that a header cell names, letter case, spaces and punctuation aside; undefined for any other. */
export function columnNamed(headerCell: string): Column | undefined {
  return byFoldedName.get(fold(headerCell));
}
