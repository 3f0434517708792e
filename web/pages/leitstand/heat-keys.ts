/** A cell of a table, by row and column. */
export interface Place {
  row: number;
  column: number;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
};

/**
 * Where a key leads from a cell: to the next one in its direction that opens something, to the first or the last of the
 * row, or nowhere.
 * @param opens for each row, whether each of its cells opens something
 */
export function cellAfter(
  key: string,
  { row, column }: Place,
  opens: readonly (readonly boolean[])[],
): Place | undefined {
  if (key === 'Home' || key === 'End') {
    const cells = opens[row] ?? [];
    const found = key === 'Home' ? cells.indexOf(true) : cells.lastIndexOf(true);
    return found === -1 ? undefined : { row, column: found };
  }
  const step = steps[key];
  if (!step) return undefined;
  let [atRow, atColumn] = [row + step.row, column + step.column];
  while (opens[atRow]?.[atColumn] !== undefined) {
    if (opens[atRow]?.[atColumn]) return { row: atRow, column: atColumn };
    atRow += step.row;
    atColumn += step.column;
  }
  return undefined;
}

/** The first cell that opens something. */
export function firstCell(opens: readonly (readonly boolean[])[]): Place | undefined {
  const row = opens.findIndex((cells) => cells.includes(true));
  return row === -1 ? undefined : { row, column: (opens[row] ?? []).indexOf(true) };
}
