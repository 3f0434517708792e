import { randomUUID } from 'node:crypto';
import type { BulkAct, BulkCommand } from '../../contract/pages/bulk.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Account } from '../http/ports.js';
import { invalidInput } from '../http/problems.js';
import { canonicalJson } from '../journeys/canonical-json.js';
import type { Coaches } from '../journeys/coaches.js';
import { given } from '../journeys/given.js';
import { KeyReused } from '../journeys/outcomes.js';
import { namedId } from '../named-id.js';
import type { Platform } from '../platform.js';
import { sealTask } from './sealed.js';
import type { BulkTask } from './task.js';

/** An act on many as it is put down. */
export interface NewBatch {
  id: string;
  account: Account;
  command: BulkCommand;
  task: BulkTask;
  journeys: readonly string[];
  dryRun: boolean;
  undoes?: string;
  /** What was sent: the same key with another body is refused. */
  body: string;
}

type Accepting = Pick<Platform, 'sql' | 'secrets'>;

/** The id under which an act is put down: the same key names the same act. */
export const batchIdOf = (account: Account, key: string | undefined): string =>
  key === undefined ? randomUUID() : namedId(`bulk|${key}`, account.id);

/**
 * Puts an act down, sealed; a workflow carries it out as soon as Temporal answers.
 * @throws KeyReused when the key came with another body before
 */
export async function putDown({ sql, secrets }: Accepting, batch: NewBatch): Promise<void> {
  const { id, account, command, task, journeys, dryRun, undoes, body } = batch;
  const { rows } = await sql.query<{ same: boolean }>(
    `WITH accepted AS (
       INSERT INTO bulk.batch (id, account_id, role, communes, command, dry_run, undoes, journeys, task, body_hmac)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING RETURNING 1)
     SELECT EXISTS (SELECT FROM accepted)
         OR EXISTS (SELECT FROM bulk.batch WHERE id = $1 AND body_hmac = $10) AS same`,
    [
      id,
      account.id,
      account.role,
      account.communes,
      command,
      dryRun,
      undoes ?? null,
      [...new Set(journeys)],
      sealTask(secrets.files, id, task),
      secrets.hmac('request-body', body),
    ],
  );
  if (!rows[0]?.same) throw new KeyReused();
}

/** What was sent, in one text. */
export const textOf = (act: BulkAct): string => canonicalJson(act);

/**
 * The task that is asked for, with its coach as an account.
 * @throws Problem 422 where a field could be right in no journey
 */
export async function taskOf(
  act: BulkAct,
  { programmes, clock }: Pick<Platform, 'programmes' | 'clock'>,
  coaches: Coaches,
): Promise<BulkTask> {
  if (act.command === 'assign_coach') {
    const { coach } = act.body;
    return {
      type: 'AssignCoach',
      ...(coach === null ? { coach } : await coaches.named(coach, '/body/coach')),
    };
  }
  if (act.body.on > berlinDay(await clock.now())) {
    throw wrong('/body/on', 'date-in-future', 'found a day that lies ahead, expected one up to today');
  }
  if (act.command === 'record_contact') return { type: 'RecordContact', ...given(act.body) };
  const { module } = act.body;
  if (!programmes.current.modules.some(({ key }) => key === module)) {
    throw wrong('/body/module', 'unknown-module', 'found a module that the programme does not have');
  }
  return { type: 'ProposeModule', ...given(act.body) };
}

const wrong = (pointer: string, code: string, message: string) => invalidInput([{ pointer, code, message }]);
