import { randomUUID } from 'node:crypto';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { ImportChoice } from '../../contract/routes/imports.js';
import type { Basis } from '../../domain/journey/events.js';
import type { Account } from '../http/ports.js';
import { invalidInput, ruleRefuses } from '../http/problems.js';
import { KeyReused } from '../journeys/outcomes.js';
import { namedId } from '../named-id.js';
import type { Platform } from '../platform.js';
import { readLines } from './register/read-register.js';
import { sealChoices, sealFile } from './sealed.js';

/** What a coordinator asks for. */
export interface ImportOrder {
  account: Account;
  basis: Basis;
  dryRun: boolean;
  intoDemonstration: boolean;
  file: Uint8Array;
  /** What was said of its rows when it was checked. */
  choices?: readonly ImportChoice[];
  /** The Idempotency-Key: the same one names the same import. */
  key?: string;
}

/**
 * Takes a register in: it is kept sealed, and a workflow carries it out as soon as Temporal answers. Gives the
 * import's id.
 * @throws Problem 409 where this is a demonstration and nobody said so, 422 for a file that is no register;
 * KeyReused when the key came with another file before
 */
export async function acceptImport(
  {
    sql,
    clock,
    secrets,
    programmes,
    sandbox,
  }: Pick<Platform, 'sql' | 'clock' | 'secrets' | 'programmes' | 'sandbox'>,
  order: ImportOrder,
): Promise<string> {
  const { account, basis, dryRun, file } = order;
  if (sandbox && !order.intoDemonstration) {
    throw ruleRefuses('demonstration-instance', 'This is a demonstration: real people do not belong in it');
  }
  const table = readLines(file);
  if ('problem' in table) throw invalidInput([{ pointer: '', ...table.problem }]);

  const id = order.key === undefined ? randomUUID() : importNamed(order.key, account);
  const body = secrets.hmac('request-body', `${basis}|${dryRun}|${Buffer.from(file).toString('base64')}`);
  const { rows } = await sql.query<{ same: boolean }>(
    `WITH accepted AS (
       INSERT INTO imports.import
         (id, account_id, communes, programme, basis, dry_run, sandbox, day, line_count, file, body_hmac, choices)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING RETURNING 1)
     SELECT EXISTS (SELECT FROM accepted)
         OR EXISTS (SELECT FROM imports.import WHERE id = $1 AND body_hmac = $11) AS same`,
    [
      id,
      account.id,
      account.communes,
      programmes.current.key,
      basis,
      dryRun,
      sandbox,
      berlinDay(await clock.now()),
      table.lines.length,
      sealFile(secrets.files, id, file),
      body,
      order.choices?.length ? sealChoices(secrets.files, id, order.choices) : null,
    ],
  );
  if (!rows[0]?.same) throw new KeyReused();
  return id;
}

/** The import that an account's Idempotency-Key names. */
export const importNamed = (key: string, account: Pick<Account, 'id'>): string =>
  namedId(`import|${key}`, account.id);

/** The key under which a dry run is carried out: asked twice it is the same import. */
export const keyOfRun = (checked: string): string => `run ${checked}`;
