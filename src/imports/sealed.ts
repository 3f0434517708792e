import type { ImportOutcome } from '../../contract/routes/imports.js';
import { open, seal } from '../event-store/seal/envelope.js';

// File and outcomes belong to many people at once, so the key is the installation's; the context binds them to their
// import and place.

/** Seals the file of an import. */
export const sealFile = (key: Buffer, importId: string, file: Uint8Array): Buffer =>
  seal(key, Buffer.from(file), fileContext(importId));

/** Opens the file of an import. Throws when the key is another one. */
export const openFile = (key: Buffer, importId: string, sealed: Buffer): Buffer =>
  open(key, sealed, fileContext(importId));

/** Seals what became of the rows of one chunk. */
export const sealOutcomes = (
  key: Buffer,
  importId: string,
  fromLine: number,
  outcomes: readonly ImportOutcome[],
): Buffer => seal(key, Buffer.from(JSON.stringify(outcomes), 'utf8'), outcomesContext(importId, fromLine));

/** Opens what became of the rows of one chunk. */
export const openOutcomes = (
  key: Buffer,
  importId: string,
  fromLine: number,
  sealed: Buffer,
): ImportOutcome[] =>
  JSON.parse(open(key, sealed, outcomesContext(importId, fromLine)).toString('utf8')) as ImportOutcome[];

const fileContext = (importId: string): string => `lotse/import/1|${importId}|file`;
const outcomesContext = (importId: string, fromLine: number): string =>
  `lotse/import/1|${importId}|outcomes|${fromLine}`;
