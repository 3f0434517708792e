import type { Programme } from '../../../domain/programme/schema.js';
import type { Day } from '../../../domain/time.js';
import { decode } from './decode.js';
import { readRow } from './read-row.js';
import type { RegisterFile } from './register-row.js';
import { readTable } from './table.js';

/**
 * Reads a register: CSV as a German spreadsheet writes it, one participant per line. Nothing is thrown: what is wrong
 * with the file is its `problem`, what is wrong with a row is found with that row.
 *
 * @param today the day of import in Berlin, for ages and for dates that lie ahead
 * @param programme names the communes and the ages of those who may enter
 */
export function readRegister(bytes: Uint8Array, today: Day, programme: Programme): RegisterFile {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { rows: [], problem: decoded.problem };
  const table = readTable(decoded.text);
  if ('problem' in table) return { rows: [], problem: table.problem };
  const seen = new Set<string>();
  return { rows: table.lines.map((line) => readRow(line, { today, programme, seen })) };
}
