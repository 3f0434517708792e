import type { RegisterCells } from '../events.js';
import type { JourneyState } from '../state.js';
import { classOf, type RegisterColumn } from './columns.js';

/** A row's cells, each in the part of the class of what it says; the remark is a note, not a cell. */
export interface CellsByClass {
  case?: RegisterCells;
  status?: RegisterCells;
  contact?: RegisterCells;
}

const remark: RegisterColumn = 'Bemerkung';

/**
 * The cells that a journey keeps of its row, by retention class, so that they are erased with what they say. Blank
 * cells are left out: a blank cell changes nothing.
 */
export function cellsByClass(row: RegisterCells): CellsByClass {
  const cells: CellsByClass = {};
  for (const [column, cell] of Object.entries(row)) {
    const name = classOf(column);
    if (cell === '' || name === 'notes') continue;
    cells[name] = { ...cells[name], [column]: cell };
  }
  return cells;
}

/** The last row of the register as the journey keeps it; empty where it never came from one. */
export function lastRowOf({ case: own, status, contact, notes }: JourneyState): RegisterCells {
  const note = notes['register']?.note;
  return {
    ...own.registerRow,
    ...status.registerRow,
    ...contact.registerRow,
    ...(note !== undefined && { [remark]: note }),
  };
}

/** A row as it stands after all that came before it: a blank cell changes nothing. */
export const rowUpon = (last: RegisterCells, row: RegisterCells): RegisterCells => ({
  ...last,
  ...Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
});
