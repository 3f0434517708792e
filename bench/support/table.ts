/** A line of the table: what was measured, what was wanted, what was found. */
export interface Figure {
  what: string;
  target?: string;
  measured: string;
  /** Whether the target was met; absent where none was set. */
  met?: boolean;
}

/** Lays figures out below each other; those that missed their target are marked. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'target', 'measured'],
    ...figures.map(({ what, target = '', measured, met }) => [
      what,
      target,
      met === false ? `${measured}  ✗ missed` : measured,
    ]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '))
    .map((line) => line.trimEnd())
    .join('\n');
}
