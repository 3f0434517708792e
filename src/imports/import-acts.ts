import type { Chunk, ImportActs } from '../../activities/ports.js';
import type { ImportOutcome } from '../../contract/routes/imports.js';
import type { NameDirectory } from '../directory/name-directory.js';
import type { Platform } from '../platform.js';
import { atOnce } from './at-once.js';
import { importRow, isTakenMeanwhile } from './import-row.js';
import { findCoaches, journeysByKennung, type KnownJourney } from './look-ups.js';
import { NamesWhileImporting } from './names-while-importing.js';
import { hasRow, sameInFile } from './perhaps-here.js';
import { RegisterImports, type RegisterImport } from './register-import.js';
import type { RegisterLine } from './register/register-row.js';
import { saveFailure, saveOutcomes } from './save-outcomes.js';

export interface ImportParts extends Pick<Platform, 'sql' | 'secrets' | 'programmes' | 'runner'> {
  /** Of the same database as `sql`. */
  databaseUrl: string;
}

/** So many rows at once keep two cores busy and leave connections to those who act. */
const rowsAtOnce = 6;

/** What carries imports out; `end` forgets everybody, when the process ends. */
export interface Importing extends ImportActs {
  readonly names: NamesWhileImporting;
  end(): Promise<void>;
}

/**
 * Carries out what an import's workflow asks for, through the same command path that the coach uses.
 * @param tell takes what went wrong with keeping the names current
 */
export function importActs(parts: ImportParts, tell: (error: unknown) => void): Importing {
  const imports = new RegisterImports(parts);
  const { sql, databaseUrl, secrets } = parts;
  const names = new NamesWhileImporting({ sql, databaseUrl, wrapping: secrets.wrapping, tell });
  const over = (importId: string): Promise<void> => {
    imports.forget(importId);
    return names.close();
  };
  return {
    names,
    end: () => names.close(),
    async importLines(chunk) {
      const register = await imports.read(chunk.importId);
      const { lines, nextLine } = linesOf(register, chunk);
      const outcomes = await names.during((directory) => importRows(parts, register, lines, directory));
      await saveOutcomes(parts, chunk, outcomes, nextLine === null);
      if (nextLine === null) await over(chunk.importId);
      return { nextLine };
    },
    async giveUpImport(importId) {
      await over(importId);
      await saveFailure(parts.sql, importId);
    },
  };
}

function linesOf({ lines }: RegisterImport, { fromLine, count }: Chunk) {
  const ahead = lines.filter(({ line }) => line >= fromLine);
  return { lines: ahead.slice(0, count), nextLine: ahead[count]?.line ?? null };
}

async function importRows(
  { sql, secrets, programmes, runner }: ImportParts,
  register: RegisterImport,
  lines: readonly RegisterLine[],
  names: NameDirectory,
): Promise<ImportOutcome[]> {
  const find = (rows: readonly RegisterLine[]): Promise<Map<string, KnownJourney>> => {
    const kennungen = rows
      .filter(hasRow)
      .flatMap((line) => [line, ...sameInFile(line, register.byBirthDate)]);
    return journeysByKennung(
      sql,
      secrets,
      register.programme,
      kennungen.map(({ row }) => row.externalId),
    );
  };
  const known = await find(lines);
  const coaches = await findCoaches(sql);
  const programme = programmes.of(register.programme);
  const importWith = (line: RegisterLine, journeys: Map<string, KnownJourney>): Promise<ImportOutcome> =>
    importRow(line, {
      import: register,
      programme,
      runner,
      coaches,
      names,
      journeyOf: (kennung) => journeys.get(kennung),
    });
  return atOnce(lines, rowsAtOnce, async (line) => {
    try {
      return await importWith(line, known);
    } catch (error) {
      if (!isTakenMeanwhile(error)) throw error;
      return importWith(line, await find([line]));
    }
  });
}
