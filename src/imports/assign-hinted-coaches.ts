import type { Account } from '../http/ports.js';
import { openStoredState, storedStateColumns, type StoredState } from '../journeys/loaded-journey.js';
import type { Platform } from '../platform.js';

/** The hint is sealed, so states are opened to find it: some milliseconds each page. */
const pageSize = 200;

/**
 * Assigns a coach whose account was just made to the journeys in her communes that name her by e-mail.
 * @returns how many those are
 */
export async function assignHintedCoach(
  { sql, secrets, runner, generation }: Pick<Platform, 'sql' | 'secrets' | 'runner' | 'generation'>,
  coach: Account,
): Promise<number> {
  let assigned = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql.query<StoredState & { id: string }>(
      `SELECT j.id, ${storedStateColumns} FROM rm.journey j
        WHERE j.coach_id IS NULL AND j.id > $1 AND ($2::text[] IS NULL OR j.commune = ANY ($2)) ORDER BY j.id LIMIT $3`,
      [after, coach.communes, pageSize],
    );
    for (const row of rows) {
      const { state } = await openStoredState(sql, secrets.wrapping, row);
      if (state.case.coachHint !== coach.email) continue;
      await runner.run(
        row.id,
        { type: 'AssignCoach', coach: coach.id },
        { actor: { kind: 'engine', id: 'engine' }, generation: await generation(), bulk: true },
      );
      assigned += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return assigned;
    after = last.id;
  }
}
