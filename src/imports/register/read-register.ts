import type { Programme } from '../../../domain/programme/schema/programme.js';
import type { Day } from '../../../domain/time.js';
import { decode } from './decode.js';
import { readRow } from './read-row.js';
import type { RegisterFile } from './register-row.js';
import { readTable, type Table } from './table.js';

/**
 * Reads a register: CSV as a German spreadsheet writes it, one participant per line. Nothing is thrown: what is wrong
 * with the file is its `problem`, what is wrong with a row is found with that row.
 *
 * @param today the day of import in Berlin, for ages and for dates that lie ahead
 * @param programme names the communes and the ages of those who may enter
 */
export function readRegister(bytes: Uint8Array, today: Day, programme: Programme): RegisterFile {
  const table = readLines(bytes);
  if ('problem' in table) return { rows: [], problem: table.problem };
  const seen = new Set<string>();
  return { rows: table.lines.map((line) => readRow(line, { today, programme, seen })) };
}

/** The lines of a register, not looked into yet, or why the file is none: quick enough to answer by. */
export function readLines(bytes: Uint8Array): Table {
  const decoded = decode(bytes);
  return 'problem' in decoded ? decoded : readTable(decoded.text);
}
