import { registerColumns } from '../../domain/journey/register/columns.js';
import type { Cells } from './register-story.js';

/** A register of these rows, as a spreadsheet writes it. */
export const registerOf = (...rows: Cells[]): Buffer =>
  Buffer.from(
    [
      registerColumns.join(';'),
      ...rows.map((row) => registerColumns.map((each) => quoted(row[each])).join(';')),
    ].join('\r\n'),
  );

const quoted = (cell = ''): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
