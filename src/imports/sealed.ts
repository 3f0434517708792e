import type { ImportChoice, ImportOutcome } from '../../contract/routes/imports.js';
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

/** Seals what was said of an import's rows. */
export const sealChoices = (key: Buffer, importId: string, choices: readonly ImportChoice[]): Buffer =>
  seal(key, Buffer.from(JSON.stringify(choices), 'utf8'), choicesContext(importId));

/** Opens what was said of an import's rows. */
export const openChoices = (key: Buffer, importId: string, sealed: Buffer): ImportChoice[] =>
  JSON.parse(open(key, sealed, choicesContext(importId)).toString('utf8')) as ImportChoice[];

const choicesContext = (importId: string): string => `lotse/import/1|${importId}|choices`;
const fileContext = (importId: string): string => `lotse/import/1|${importId}|file`;
const outcomesContext = (importId: string, fromLine: number): string =>
  `lotse/import/1|${importId}|outcomes|${fromLine}`;
