import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { ImportAnswer } from '../../contract/routes/imports.js';
import type { Basis } from '../../domain/journey/events.js';
import type { Instant } from '../../domain/time.js';
import { addAccount } from '../../src/access/add-account.js';
import type { Clock } from '../../src/clock/clock.js';
import { createPool } from '../../src/database/pool.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import type { Account } from '../../src/http/ports.js';
import { acceptImport } from '../../src/imports/accept-import.js';
import { importActs } from '../../src/imports/import-acts.js';
import { saveStart } from '../../src/imports/save-outcomes.js';
import { choicesOf } from '../../src/imports/choices.js';
import { countsOf } from '../../src/imports/import-counts.js';
import { outcomesOf } from '../../src/imports/outcomes-of.js';
import { CommandRunner } from '../../src/journeys/command-runner.js';
import { Programmes } from '../../src/programmes/programmes.js';
import { readProgramme } from '../../src/programmes/read-programme.js';
import { testDatabase } from './database.js';

const folder = new URL('../../programmes/durchstarten/', import.meta.url);
const communes = ['alsdorf', 'eschweiler', 'monschau', 'stolberg', 'wuerselen'];

/** One of the two registers of `test/data`. */
export const registerFile = (name: 'register' | 'register-with-mistakes'): Buffer =>
  readFileSync(new URL(`../data/${name}.csv`, import.meta.url));

export type ImportWorld = Awaited<ReturnType<typeof importWorld>>;

/** A database into which registers are imported on a given day, without Temporal: the test is the workflow. */
export async function importWorld(now: Instant, demo = false) {
  const database = await testDatabase();
  const sql: pg.Pool = createPool(database.url, 'import', 8);
  const secrets = masterSecrets(Buffer.alloc(32, 7));
  const clock: Clock = {
    isReal: false,
    now: () => Promise.resolve(now),
    at: () => Promise.resolve(now),
    toTemporal: (instant) => instant,
  };
  const known = { secrets, quietHours: true, now: '2020-01-01T00:00:00.000Z' };
  const programmes = await Programmes.introduce(sql, [await readProgramme(folder)], known);
  const generation = () => Promise.resolve(1);
  const runner = new CommandRunner(sql, clock, secrets, programmes, generation);
  const parts = {
    sql,
    databaseUrl: database.url,
    clock,
    secrets,
    programmes,
    sandbox: demo,
    runner,
    generation,
  };
  const person = { name: 'Kim Beispiel', phone: '0241 4710 0', role: 'coordinator' };
  const account = await addAccount(sql, { ...person, email: 'koordination@example.org' }, []);

  const accept = (
    file: Uint8Array,
    more: {
      dryRun?: boolean;
      intoDemonstration?: boolean;
      basis?: Basis;
      key?: string;
      account?: Account;
    } = {},
  ): Promise<string> =>
    acceptImport(parts, {
      basis: 'consent_on_paper',
      dryRun: false,
      intoDemonstration: false,
      account,
      ...more,
      file,
    });
  const show = async (id: string): Promise<ImportAnswer> => {
    const found = await countsOf(sql, clock, id);
    if (!found) throw new Error('There is no such import');
    return { ...found.counts, outcomes: await outcomesOf(parts, id), choices: await choicesOf(parts, id) };
  };

  return {
    ...parts,
    account,
    accept,
    show,
    /** Another account, of a coach or a coordinator. */
    addAccount: (email: string, role: string, scope?: string[]): Promise<Account> =>
      addAccount(sql, { ...person, email, role, ...(scope && { communes: scope }) }, communes),

    /** Carries an accepted import out as its workflow would, with acts of their own, up to so many parts. */
    async carryOut(importId: string, { parts: most = Infinity, count = 50 } = {}): Promise<void> {
      await saveStart(sql, importId);
      const acts = importActs(parts, () => undefined);
      let fromLine: number | null = 1;
      for (let done = 0; fromLine !== null && done < most; done += 1) {
        ({ nextLine: fromLine } = await acts.importLines({ importId, fromLine, count }));
      }
      await acts.end();
    },

    /** Accepts a file and carries it out. */
    async import(file: Uint8Array, more: Parameters<typeof accept>[1] = {}): Promise<ImportAnswer> {
      const id = await accept(file, more);
      await this.carryOut(id);
      return show(id);
    },

    async count(from: string): Promise<number> {
      const { rows } = await sql.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`);
      return rows[0]?.count ?? -1;
    },

    async end(): Promise<void> {
      await sql.end();
      await database.drop();
    },
  };
}
