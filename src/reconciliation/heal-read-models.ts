import { accountHealing } from '../read-models/rebuild/accounts.js';
import { StreamHealer } from '../read-models/rebuild/heal-streams.js';
import { journeyHealing } from '../read-models/rebuild/journeys.js';
import { journeyModels } from '../read-models/rebuild/names.js';
import type { LookParts } from './look.js';

/**
 * Makes the rows of these journeys, and of these accounts' mails, what their log says, as a rebuild does; rows that are
 * right stay as they are. A log that is not whole, or can't be opened, is left alone: its finding stays.
 */
export async function healReadModels(parts: LookParts, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await parts.sql.query<{ id: string; type: string }>(
    'SELECT stream_id AS id, stream_type AS type FROM es.stream WHERE stream_id = ANY ($1) ORDER BY 1',
    [ids],
  );
  const having = (type: string): string[] => rows.filter((row) => row.type === type).map(({ id }) => id);
  const journeys = journeyHealing(parts, journeyModels, await parts.generation());
  for (const id of having('journey')) await new StreamHealer(parts.sql, journeys).healUnderLock([id]);
  for (const id of having('account')) await new StreamHealer(parts.sql, accountHealing).healUnderLock([id]);
}
