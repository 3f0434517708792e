import { evolveStaffMails, noStaffMails } from '../../../domain/staff-mail/state.js';
import type { Sql } from '../../database/sql.js';
import {
  accountEventFromStored,
  storedEventColumns,
  type StoredEvent,
} from '../../event-store/stored-event.js';
import { staffMailRows } from '../staff-mail/staff-mail.js';
import type { Change, Compared, Head, Healing, PageOfStreams } from './healing.js';
import { grouped } from './journey-page.js';
import { staffMailModel } from './names.js';
import { rowDifferences, type RowDifferences, type StandingRow } from '../row-differences.js';
import { writeRows } from './write-rows.js';

/** Some accounts: what their streams hold, and the rows that stand. */
interface AccountPage extends PageOfStreams {
  events: ReadonlyMap<string, StoredEvent[]>;
  rows: ReadonlyMap<string, StandingRow[]>;
}

interface AccountChange extends Change {
  rows: RowDifferences;
}

const table = { name: staffMailModel, owner: 'account_id', key: 'key' };

/** The read model of the mail to staff, from the accounts' streams. */
export const accountHealing: Healing<AccountPage, AccountChange> = {
  streamType: 'account',
  read: readAccounts,
  compare: comparePage,
  async write(sql, changes) {
    await writeRows(
      sql,
      table,
      changes.map(({ id, rows }) => [id, rows] as const),
    );
    return [];
  },
};

async function readAccounts(sql: Sql, heads: readonly Head[]): Promise<AccountPage> {
  const ids = heads.map(({ id }) => id);
  const { rows: events } = await sql.query<StoredEvent>(
    `SELECT ${storedEventColumns} FROM es.event e WHERE e.stream_id = ANY ($1) ORDER BY e.stream_id, e.version`,
    [ids],
  );
  const { rows } = await sql.query<StandingRow & { account_id: string }>(
    'SELECT * FROM rm.staff_mail WHERE account_id = ANY ($1)',
    [ids],
  );
  return {
    heads,
    events: grouped(events, ({ streamId }) => streamId),
    rows: grouped(rows, ({ account_id }) => account_id),
  };
}

function comparePage({ heads, events, rows }: AccountPage): Compared<AccountChange> {
  const compared: Compared<AccountChange> = { changes: [], failed: [], events: 0 };
  for (const head of heads) {
    const stored = events.get(head.id) ?? [];
    if (stored.length !== head.version) {
      compared.failed.push({ id: head.id, why: 'log-broken' });
      continue;
    }
    compared.events += head.version;
    const state = stored.map(accountEventFromStored).reduce(evolveStaffMails, noStaffMails());
    const differences = rowDifferences(table, rows.get(head.id) ?? [], staffMailRows(head.id, state));
    if (!differences) continue;
    const count = differences.gone.length + differences.written.length;
    compared.changes.push({ ...head, rows: differences, wrong: { [staffMailModel]: count } });
  }
  return compared;
}
