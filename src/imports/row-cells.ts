import type { RegisterCells } from '../../domain/journey/events.js';
import type { TakeOverJourney } from '../../domain/journey/commands/open-journey.js';
import type { Column } from './register/columns.js';

/** Cells that go with the paper, and cells that go with the contact; the others are of the case. The remark is a note. */
const statusColumns: readonly string[] = [
  'Aufenthaltsstatus',
  'gültig bis',
  'Nebenbestimmung',
] satisfies Column[];
const contactColumns: readonly string[] = ['Sprache', 'Telefon', 'E-Mail'] satisfies Column[];
const remark: Column = 'Bemerkung';

/**
 * The cells that a journey keeps of its row, by retention class, so that they are erased with what they say. Blank
 * cells are left out: a blank cell changes nothing.
 */
export function cellsByClass(raw: RegisterCells): NonNullable<TakeOverJourney['registerRow']> {
  const cells: NonNullable<TakeOverJourney['registerRow']> = {};
  for (const [column, cell] of Object.entries(raw)) {
    if (cell === '' || column === remark) continue;
    const name = statusColumns.includes(column)
      ? 'status'
      : contactColumns.includes(column)
        ? 'contact'
        : 'case';
    cells[name] = { ...cells[name], [column]: cell };
  }
  return cells;
}
