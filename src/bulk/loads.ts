import type { BulkAnswer } from '../../contract/pages/bulk.js';
import type { Account } from '../http/ports.js';
import { regionConditions, valuesFrom, whereAll } from '../journeys/conditions.js';
import type { Language } from '../journeys/views/language.js';
import type { Platform } from '../platform.js';
import { nobody } from '../journeys/views/nobody.js';
import type { Batch } from './batch.js';
import { openTask, type KeptOutcome } from './sealed.js';

type Loads = NonNullable<BulkAnswer['loads']>;

interface Lying {
  coach: string | null;
  journeys: number;
  /** Those of the rows that are open, and so are counted. */
  moving: string[];
}

/**
 * With whom how many open journeys of the reader's region lie, and which of the rows would move them: of everybody who
 * would give some away or get some, by name. Only a preview of giving journeys to a coach has it.
 */
export async function loadsOf(
  { sql, secrets }: Pick<Platform, 'sql' | 'secrets'>,
  { id: batch, command, dryRun, state }: Batch,
  outcomes: readonly KeptOutcome[],
  account: Account,
  language: Language,
): Promise<Loads | undefined> {
  if (command !== 'assign_coach' || !dryRun || state !== 'done') return undefined;
  const { rows: tasks } = await sql.query<{ task: Buffer }>('SELECT task FROM bulk.batch WHERE id = $1', [
    batch,
  ]);
  const task = tasks[0] && openTask(secrets.files, batch, tasks[0].task);
  if (task?.type !== 'AssignCoach') return undefined;
  const able = outcomes.filter(({ outcome }) => outcome === 'done').map(({ journeyId }) => journeyId);
  const { values, value } = valuesFrom();
  const { rows: lying } = await sql.query<Lying>({
    text: `SELECT j.coach_id AS coach, count(*)::int AS journeys,
                  coalesce(array_agg(j.id) FILTER (WHERE j.id = ANY(${value(able, 'uuid[]')})), '{}') AS moving
             FROM rm.journey j ${whereAll(['j.open', ...regionConditions(account, {}, value)])} GROUP BY 1`,
    values,
  });
  const to = task.coach;
  const giving = lying.filter(({ coach, moving }) => coach !== to && moving.length > 0);
  const concerned = [to, ...giving.map(({ coach }) => coach)];
  const { rows: accounts } = await sql.query<{ id: string; email: string; name: string }>(
    'SELECT id, email, name FROM access.account WHERE id = ANY($1::uuid[])',
    [concerned.filter((coach) => coach !== null)],
  );
  const loads = concerned.map((coach) => {
    const known = accounts.find(({ id }) => id === coach);
    return {
      coach: known?.email ?? 'none',
      name: known?.name ?? nobody[language],
      journeys: lying.find((each) => each.coach === coach)?.journeys ?? 0,
      gives: giving.find((each) => each.coach === coach)?.moving ?? [],
      gets: coach === to ? giving.flatMap(({ moving }) => moving) : [],
    };
  });
  return loads.toSorted((a, b) => a.name.localeCompare(b.name, language));
}
