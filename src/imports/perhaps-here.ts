import type { Day } from '../../domain/time.js';
import { foldedNames } from '../directory/duplicates.js';
import type { NameDirectory } from '../directory/name-directory.js';
import type { Viewer } from '../http/guards/access-to.js';
import type { RegisterLine, RegisterRow } from './register/register-row.js';

/** A line whose row can be imported. */
export type RowLine = RegisterLine & { row: RegisterRow };

export const hasRow = (line: RegisterLine): line is RowLine => line.row !== undefined;

/** The lines of a file by birth date, with their folded names: who may be the same person is born on the same day. */
export type LinesByBirthDate = ReadonlyMap<Day, readonly { line: RowLine; names: readonly string[] }[]>;

export function linesByBirthDate(lines: readonly RegisterLine[]): LinesByBirthDate {
  const byDay = new Map<Day, { line: RowLine; names: readonly string[] }[]>();
  for (const line of lines.filter(hasRow)) {
    const one = { line, names: foldedNames(line.row) };
    const others = byDay.get(line.row.bornOn);
    if (others) others.push(one);
    else byDay.set(line.row.bornOn, [one]);
  }
  return byDay;
}

/** Other lines of the file with perhaps the same person: see `possibleDuplicates`, by the same names. */
export function sameInFile({ line: at, row }: RowLine, byBirthDate: LinesByBirthDate): RowLine[] {
  const own = foldedNames(row);
  return (byBirthDate.get(row.bornOn) ?? [])
    .filter(({ line, names }) => line.line !== at && names.some((name) => own.includes(name)))
    .map(({ line }) => line);
}

/** Journeys of perhaps the same person that were not opened by this file, as far as the importer may see them. */
export const sameInDirectory = (
  { givenName, familyName, bornOn }: RegisterRow,
  participant: string,
  names: NameDirectory,
  importer: Viewer,
): string[] =>
  names.duplicatesOf({ givenName, familyName, bornOn, participant }, importer).map(({ id }) => id);
