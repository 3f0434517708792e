/** A row as it stands. */
export type StandingRow = Readonly<Record<string, unknown>>;

/** How the rows of one stream in one table have to change, by what tells them apart there. */
export interface RowDifferences {
  /** Those that the log does not know. */
  gone: string[];
  /** Those that are missing or wrong, as they have to be. */
  written: object[];
}

/** The columns of a table by which its rows are told apart, and those that are not the log's. */
export interface TableKey {
  key: string;
  /** Somebody else's columns: null in a new row, left as they are in one that stands. */
  kept?: readonly string[];
}

/** Compares the rows that stand with those that have to. `undefined` where they are the same. */
export function rowDifferences(
  { key, kept = [] }: TableKey,
  standing: readonly StandingRow[],
  wanted: readonly object[],
): RowDifferences | undefined {
  const found = new Map(standing.map((row) => [row[key], row]));
  const written = wanted.filter((row) => {
    const entries = Object.entries(row);
    const own = found.get(entries.find(([name]) => name === key)?.[1]);
    return !own || entries.some(([name, value]) => !kept.includes(name) && own[name] !== value);
  });
  const keys = new Set(wanted.map((row) => (row as StandingRow)[key]));
  const gone = [...found.keys()].filter((each) => !keys.has(each)).map(String);
  return gone.length + written.length > 0 ? { gone, written } : undefined;
}
