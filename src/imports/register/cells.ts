import { email as emailSchema } from '../../../contract/routes/fields.js';
import type { Day } from '../../../domain/time.js';
import type { Column } from './columns.js';
import type { Findings } from './findings.js';
import { readDay } from './read-day.js';
import type { Line } from './table.js';

/** The cells of one line, read one kind at a time. What is blank or was refused is undefined. */
export class Cells {
  constructor(
    private readonly cells: Line['cells'],
    private readonly today: Day,
    private readonly findings: Findings,
  ) {}

  /** A text as written; blank is refused with `missing` where the register requires it. */
  text(column: Column, necessity: 'required' | 'optional' = 'optional'): string | undefined {
    const cell = this.cells[column] ?? '';
    if (cell === '')
      return necessity === 'required' ? this.findings.refuse(column, cell, 'missing') : undefined;
    return isFormula(column, cell) ? this.findings.refuse(column, cell, 'formula') : cell;
  }

  /** A day; `past` refuses one after today. */
  day(
    column: Column,
    reach: 'past' | 'any',
    necessity: 'required' | 'optional' = 'optional',
  ): Day | undefined {
    const cell = this.text(column, necessity);
    if (cell === undefined) return undefined;
    const read = readDay(cell);
    if ('problem' in read) return this.findings.refuse(column, cell, read.problem);
    if (reach === 'past' && read.day > this.today)
      return this.findings.refuse(column, cell, 'date-in-future');
    return read.day;
  }

  /** An e-mail address in lower case. */
  email(column: Column): string | undefined {
    const cell = this.text(column);
    if (cell === undefined) return undefined;
    const read = emailSchema.safeParse(cell);
    return read.success ? read.data : this.findings.refuse(column, cell, 'malformed-email');
  }

  /** A word with a meaning; an unknown one is left out with a warning. */
  word<Meaning>(column: Column, meaningOf: (word: string) => Meaning | undefined): Meaning | undefined {
    const cell = this.text(column);
    return cell === undefined ? undefined : this.meaning(column, cell, meaningOf);
  }

  /** Several words, separated by commas, each meaning once; unknown ones are left out, each with a warning. */
  words<Meaning>(column: Column, meaningOf: (word: string) => Meaning | undefined): Meaning[] {
    const words = (this.text(column) ?? '').split(/[,;/]/).map((word) => word.trim());
    const meanings = words
      .filter((word) => word !== '')
      .map((word) => this.meaning(column, word, meaningOf))
      .filter((meaning) => meaning !== undefined);
    return [...new Set(meanings)];
  }

  private meaning<Meaning>(
    column: Column,
    word: string,
    meaningOf: (word: string) => Meaning | undefined,
  ): Meaning | undefined {
    return (
      meaningOf(word) ?? this.findings.warn(column, word, 'Diese Angabe kennt Lotse nicht; sie bleibt leer.')
    );
  }
}

/** A spreadsheet runs what begins so, in an export too. A phone number may begin with its country code. */
function isFormula(column: Column, cell: string): boolean {
  if (column === 'Telefon' && /^\+[\d\s()/-]+$/.test(cell)) return false;
  return /^[=+\-@]/.test(cell);
}
