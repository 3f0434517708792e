import type { Paper } from '../events.js';
import { currentPaper } from '../facts.js';
import type { JourneyState } from '../state.js';
import type { RegisterColumn } from './columns.js';
import type { JudgedCell, UpdateFromRegister, Verdict } from './row.js';

/** What a row changes about the paper; with `corrects` it is the same paper, else a new one. */
export interface JudgedPaper {
  cells: JudgedCell[];
  record?: { paper: Paper; corrects?: string };
}

/**
 * Judges the three cells of a paper together. A later last day or another status is a new paper, an earlier day or
 * another note a correction of the one that stands. Where the current paper is not the one that the last row named,
 * a person has recorded it since: it stays.
 */
export function judgePaper(
  state: JourneyState,
  { before: { document: before }, after: { document: after } }: Pick<UpdateFromRegister, 'before' | 'after'>,
): JudgedPaper {
  const edited = after ? editedColumns(before, after) : [];
  if (!after || edited.length === 0) return { cells: [] };
  const all = (verdict: Verdict): JudgedCell[] => edited.map((column) => ({ column, verdict }));
  const current = currentPaper(state);
  if (!current?.paper) return { cells: all('taken'), record: { paper: after } };
  const { id: corrects, paper: stands } = current;
  const note = judgeNote(before, after, stands);
  const noteCells: JudgedCell[] = edited.includes(noteColumn)
    ? [{ column: noteColumn, verdict: note.is }]
    : [];
  const cells = (verdict: Verdict): JudgedCell[] => [
    ...all(verdict).filter(({ column }) => column !== noteColumn),
    ...noteCells,
  ];
  const corrected = (paper: Partial<Paper>): JudgedPaper => ({
    cells: cells('taken'),
    record: { paper: { ...stands, employmentNote: note.value, ...paper }, corrects },
  });

  if (isSame(stands, after)) {
    return note.is === 'taken' ? { ...corrected({}), cells: cells('known') } : { cells: cells('known') };
  }
  const lacksDay = stands.kind === after.kind && stands.validUntil === undefined;
  if (!lacksDay && !(before && isSame(stands, before))) return { cells: all('newer') };
  if (stands.kind !== after.kind) return { cells: all('taken'), record: { paper: after } };
  const { validUntil } = after;
  if (validUntil === undefined) return { cells: [] };
  if (stands.validFrom !== undefined && validUntil < stands.validFrom) return { cells: all('newer') };
  if (lacksDay || validUntil < (stands.validUntil ?? '')) return corrected({ validUntil });
  return { cells: cells('taken'), record: { paper: { ...after, employmentNote: note.value } } };
}

const noteColumn: RegisterColumn = 'Nebenbestimmung';
const unknown = 'unknown';

const isSame = (one: Paper, other: Paper): boolean =>
  one.kind === other.kind && one.validUntil === other.validUntil;

function editedColumns(before: Paper | undefined, after: Paper): RegisterColumn[] {
  const isEdited = (name: keyof Paper): boolean =>
    after[name] !== undefined && after[name] !== before?.[name];
  const columns: RegisterColumn[] = [];
  if (isEdited('kind')) columns.push('Aufenthaltsstatus');
  if (isEdited('validUntil')) columns.push('gültig bis');
  if (isEdited('employmentNote') && after.employmentNote !== unknown) columns.push(noteColumn);
  return columns;
}

/** The note as it is to stand: a row that does not say it leaves it, and what a person recorded since stays. */
function judgeNote(
  before: Paper | undefined,
  after: Paper,
  { employmentNote: now }: Paper,
): { is: 'taken' | 'known' | 'newer'; value: string } {
  const said = before?.employmentNote ?? unknown;
  const { employmentNote: value } = after;
  if (value === unknown || value === now || value === said) return { is: 'known', value: now };
  return now === unknown || now === said ? { is: 'taken', value } : { is: 'newer', value: now };
}
