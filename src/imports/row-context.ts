import { namedId } from '../named-id.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { NameDirectory } from '../directory/name-directory.js';
import { accessTo, type Viewer } from '../http/guards/access-to.js';
import type { CommandOrigin, CommandRunner } from '../journeys/command-runner.js';
import { refuseRealAddress } from './invented-address.js';
import type { CoachFinder, KnownJourney } from './look-ups.js';
import type { RowLine } from './perhaps-here.js';
import { samePerson, takenKennung, type RowError } from './register/findings.js';
import type { RegisterImport } from './register-import.js';
import type { RegisterLine } from './register/register-row.js';

/** What importing a row takes beside the row. */
export interface RowContext {
  import: RegisterImport;
  programme: Programme;
  runner: CommandRunner;
  coaches: CoachFinder;
  names: NameDirectory;
  /** The journey that has this Kennung already. */
  journeyOf(kennung: string): KnownJourney | undefined;
}

/** What becomes of a row: it opens its own journey, changes one that is here, or is refused. */
export type Lot =
  { opens: string; line: RowLine } | { changes: string; line: RowLine } | { refused: readonly RowError[] };

/** An id that follows from import and line: what was carried out before a crash is recognised, and no Kennung is in it. */
export const idOf = (what: 'journey' | 'participant' | 'command', line: number, importId: string): string =>
  namedId(`${what}|${line}`, importId);

/** Decides what a row is for; a Kennung outside of the importer's communes is taken, and no more is said of it. */
export function lotOf(line: RegisterLine, context: RowContext): Lot {
  const { row } = line;
  const known = row && context.journeyOf(row.externalId);
  const own = idOf('journey', line.line, context.import.id);
  const isThere = known !== undefined && known.id !== own;
  const isHidden = isThere && accessTo(importerOf(context.import), known) === undefined;
  const errors = [
    ...line.errors.filter(({ opensOnly }) => !opensOnly || !isThere),
    ...(row && context.import.sandbox ? refuseRealAddress(row) : []),
    ...(row && isHidden ? [takenKennung(row.externalId)] : []),
    // where the Kennung is here, the row is of that journey, whatever was said of it
    ...(row && !isThere && context.import.samePersons.has(line.line) ? [samePerson(row.externalId)] : []),
  ];
  if (!row || errors.length > 0) return { refused: errors };
  return isThere ? { changes: known.id, line: { ...line, row } } : { opens: own, line: { ...line, row } };
}

/** The importer as she was when she imported. */
export const importerOf = ({ accountId: id, communes }: RegisterImport): Viewer => ({
  id,
  role: 'coordinator',
  communes,
});

/** Who sends the command of a row. */
export const originOf = ({ import: { id, accountId } }: RowContext, line: number): CommandOrigin => ({
  actor: { kind: 'person', id: accountId, role: 'coordinator' },
  commandId: idOf('command', line, id),
  correlationId: id,
  bulk: true,
});
