import type { Chunk, ImportActs } from '../../activities/ports.js';
import type { ImportOutcome } from '../../contract/routes/imports.js';
import type { Platform } from '../platform.js';
import { atOnce } from './at-once.js';
import { importRow, isTakenMeanwhile } from './import-row.js';
import { coachesOf, journeysByKennung } from './look-ups.js';
import { RegisterImports, type RegisterImport } from './register-import.js';
import type { RegisterLine } from './register/register-row.js';
import { saveOutcomes, saveState } from './save-outcomes.js';

export type ImportParts = Pick<Platform, 'sql' | 'secrets' | 'programmes' | 'runner'>;

/** So many rows at once keep two cores busy and leave connections to those who act. */
const rowsAtOnce = 6;

/** Carries out what an import's workflow asks for, through the same command path that the coach uses. */
export function importActs(parts: ImportParts): ImportActs {
  const imports = new RegisterImports(parts);
  return {
    async importLines(chunk) {
      const register = await imports.read(chunk.importId);
      const { lines, nextLine } = linesOf(register, chunk);
      const outcomes = await importRows(parts, register, lines);
      await saveOutcomes(parts, chunk, outcomes, nextLine === null ? 'done' : 'running');
      if (nextLine === null) imports.forget(chunk.importId);
      return { nextLine };
    },
    async giveUpImport(importId) {
      imports.forget(importId);
      await saveState(parts.sql, importId, 'failed');
    },
  };
}

function linesOf({ lines }: RegisterImport, { fromLine, count }: Chunk) {
  const ahead = lines.filter(({ line }) => line >= fromLine);
  return { lines: ahead.slice(0, count), nextLine: ahead[count]?.line ?? null };
}

async function importRows(
  { sql, secrets, runner }: ImportParts,
  register: RegisterImport,
  lines: readonly RegisterLine[],
): Promise<ImportOutcome[]> {
  const rows = lines.flatMap(({ row }) => row ?? []);
  const find = (kennungen: string[]): Promise<Map<string, string>> =>
    journeysByKennung(sql, secrets, register.programme, kennungen);
  const known = await find(rows.map(({ externalId }) => externalId));
  const coachOf = await coachesOf(sql, rows);
  const importWith = (line: RegisterLine, journeys: Map<string, string>): Promise<ImportOutcome> =>
    importRow(line, { import: register, runner, coachOf, journeyOf: (kennung) => journeys.get(kennung) });
  return atOnce(lines, rowsAtOnce, async (line) => {
    try {
      return await importWith(line, known);
    } catch (error) {
      if (!isTakenMeanwhile(error) || !line.row) throw error;
      return importWith(line, await find([line.row.externalId]));
    }
  });
}
