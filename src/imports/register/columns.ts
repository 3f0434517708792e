import { registerColumns, type RegisterColumn } from '../../../domain/journey/register/columns.js';
import { fold } from './fold.js';

export const columns = registerColumns;
export type Column = RegisterColumn;

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
