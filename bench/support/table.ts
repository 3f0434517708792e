import type { Measurement } from '../measurement.js';

/** Lays figures out below each other; those that missed their target are marked. */
export function table(measurements: readonly Measurement[]): string {
  const rows = [
    ['what', 'target', 'median', 'lowest to highest'],
    ...measurements.map(({ name, unit, value, min, max, target = '', met }) => [
      name,
      target && `${target} ${unit}`,
      `${value} ${unit}${met === false ? '  ✗ missed' : ''}`,
      min === max ? '' : `${min} to ${max}`,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '))
    .map((line) => line.trimEnd())
    .join('\n');
}
