import { endOfDay } from '../../../domain/deadlines/berlin.js';
import { later } from '../../../domain/deadlines/windows.js';
import { fold } from '../../../domain/journey/evolve.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { phaseOf } from '../../../domain/programme/phase.js';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import type { Day } from '../../../domain/time.js';
import { unwrapKeys } from '../../event-store/seal/participant-keys.js';
import { fromStored, storedEventColumns, type StoredEvent } from '../../event-store/stored-event.js';
import type { Value } from '../../journeys/conditions.js';
import type { Platform } from '../../platform.js';
import { deadlineReadModel } from '../../read-models/deadline/deadline.js';
import { flagReadModel } from '../../read-models/flag/flag.js';
import { phaseReadModel } from '../../read-models/phase/phase.js';
import { grouped, keysOf } from '../../read-models/rebuild/journey-page.js';
import { taskReadModel } from '../../read-models/task/task.js';
import { countedTables, type CountedTable, type Moment } from '../moment.js';

export type Rows = Record<CountedTable, object[]>;
export type Source = Pick<Platform, 'sql' | 'secrets' | 'programmes'>;

export const noRows = (): Rows => ({ journey: [], flag: [], deadline: [], task: [], phase: [] });

/**
 * Adds what the read models would have held of some journeys at the end of a day: the same rows, of the state that is
 * folded from what was recorded by then.
 */
export async function addRowsOfDay(
  { sql, secrets, programmes }: Source,
  day: Day,
  ids: readonly string[],
  rows: Rows,
): Promise<void> {
  const { rows: events } = await sql.query<StoredEvent>({
    name: 'events-until-day',
    text: `SELECT ${storedEventColumns} FROM es.event e
            WHERE e.stream_id = ANY ($1) AND e.recorded_at < $2 ORDER BY e.stream_id, e.version`,
    values: [ids, endOfDay(day)],
  });
  // after the events: none of them looks erased because its key is newer
  const keys = await keysOf(sql, [...new Set(events.map(({ ownerId }) => ownerId))]);
  for (const [id, stored] of grouped(events, ({ streamId }) => streamId)) {
    const owner = stored[0]?.ownerId ?? '';
    const own = unwrapKeys(secrets.wrapping, owner, keys.get(owner) ?? []);
    const state = fold(
      id,
      stored.map((event) => fromStored(event, own)),
    );
    if (state.plain.opened) addRowsOf(state, programmes.of(state.plain.programme), rows);
  }
}

function addRowsOf(state: JourneyState, programme: Programme, rows: Rows): void {
  const { journey: id, open, commune, coach } = state.plain;
  rows.journey.push({ id, open, commune, coach_id: coach, phase: phaseOf(state, programme).key });
  rows.flag.push(...flagReadModel.rowsOf(state, programme));
  rows.deadline.push(...deadlineReadModel.rowsOf(state, programme));
  rows.task.push(...taskReadModel.rowsOf(state, programme));
  rows.phase.push(...phaseReadModel.rowsOf(state, programme));
}

/** The end of a day, with its rows as values of the statements: they are written in the same SQL as those of now. */
export function momentOf(day: Day, rows: Rows): Moment {
  const texts = Object.fromEntries(countedTables.map((table) => [table, JSON.stringify(rows[table])]));
  return {
    now: later(endOfDay(day), -1),
    tables: (value: Value) => (table) =>
      `jsonb_populate_recordset(NULL::rm.${table}, ${value(texts[table], 'jsonb')})`,
  };
}
