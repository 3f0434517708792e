import type { Basis } from '../../domain/journey/events.js';
import type { Day } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import type { Programmes } from '../programmes/programmes.js';
import { linesByBirthDate, type LinesByBirthDate } from './perhaps-here.js';
import { programmeWithin } from './import-scope.js';
import { readRegister } from './register/read-register.js';
import type { RegisterLine } from './register/register-row.js';
import { openChoices, openFile } from './sealed.js';

/** An import with its file opened and read. */
export interface RegisterImport {
  id: string;
  accountId: string;
  programme: string;
  basis: Basis;
  dryRun: boolean;
  /** Into a demonstration: only invented addresses are taken. */
  sandbox: boolean;
  /** The importer's scope when she imported; `null` is the whole region. */
  communes: string[] | null;
  /** The day of import. */
  day: Day;
  /** By line: the journey of the same person, as it was said; such a row opens none. */
  samePersons: ReadonlyMap<number, string>;
  lines: readonly RegisterLine[];
  byBirthDate: LinesByBirthDate;
}

interface Row extends Omit<RegisterImport, 'lines' | 'byBirthDate' | 'samePersons'> {
  file: Buffer;
  choices: Buffer | null;
}

/** How many imports' rows a worker keeps opened in its memory: those that are under way. */
const kept = 4;

/** Imports as the worker reads them: each file once, not for every part of it. */
export class RegisterImports {
  private readonly opened = new Map<string, Promise<RegisterImport>>();

  constructor(private readonly parts: { sql: Sql; secrets: MasterSecrets; programmes: Programmes }) {}

  /** The import, its rows judged by the day of import that was noted when it was accepted. */
  read(id: string): Promise<RegisterImport> {
    const known = this.opened.get(id);
    if (known) return known;
    const reading = this.open(id);
    reading.catch(() => this.forget(id)); // what failed is tried anew
    const [oldest] = this.opened.keys();
    if (this.opened.size >= kept && oldest !== undefined) this.forget(oldest);
    this.opened.set(id, reading);
    return reading;
  }

  /** Closes an import: nobody's row stays in the memory longer than it is needed. */
  forget(id: string): void {
    this.opened.delete(id);
  }

  private async open(id: string): Promise<RegisterImport> {
    const { sql, secrets, programmes } = this.parts;
    const { rows } = await sql.query<Row>(
      `SELECT id, account_id AS "accountId", programme, basis, dry_run AS "dryRun", sandbox, communes, day, file,
              choices
         FROM imports.import WHERE id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) throw new Error('This import was deleted');
    const { file, choices, ...rest } = row;
    const said = choices ? openChoices(secrets.files, id, choices) : [];
    const same = said.filter(({ choice }) => choice === 'same_person');
    const samePersons = new Map(same.map(({ line, journeyId }) => [line, journeyId]));
    const programme = programmeWithin(programmes.of(rest.programme), rest.communes);
    const { rows: lines } = readRegister(openFile(secrets.files, id, file), rest.day, programme);
    return { ...rest, samePersons, lines, byBirthDate: linesByBirthDate(lines) };
  }
}
