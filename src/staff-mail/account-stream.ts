import { randomUUID } from 'node:crypto';
import { schemaVersion } from '../../domain/journey/handle.js';
import type { RecordedStaffMailEvent, StaffMailEvent } from '../../domain/staff-mail/events.js';
import { evolveStaffMails, noStaffMails, type StaffMails } from '../../domain/staff-mail/state.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import {
  accountEventFromStored,
  accountEventToAppend,
  storedEventColumns,
  type StoredEvent,
} from '../event-store/stored-event.js';
import { Conflict, Fenced } from '../journeys/outcomes.js';
import { namedId } from '../named-id.js';
import { staffMailRows, writeStaffMail } from '../read-models/staff-mail/staff-mail.js';

/** An account's mails as a decision finds them, and the decision's instant. */
export interface LoadedMails {
  state: StaffMails;
  now: Instant;
}

/** Who asks, and what led to it. */
export interface MailOrigin {
  generation: number;
  /** The event that led to it; default the command itself. */
  causationId?: string;
}

/** As many as a journey's command gets. */
const maximumTries = 5;

/** The streams of accounts: decided and appended like a journey's, together with their read model. */
export class AccountStreams {
  private readonly statement: string;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {
    this.statement = statementFor(clock.isReal ? 'es.append' : 'es.append_recorded');
  }

  /**
   * Loads, decides and appends; whoever was slower loads and decides again. Gives what happened, nothing where the
   * decision has nothing to say.
   * @throws Conflict after five tries, Fenced
   */
  async run(
    account: string,
    decide: (loaded: LoadedMails) => StaffMailEvent[] | Promise<StaffMailEvent[]>,
    origin: MailOrigin,
  ): Promise<RecordedStaffMailEvent[]> {
    for (let attempt = 0; attempt < maximumTries; attempt += 1) {
      const loaded = await this.load(account);
      const proposed = await decide(loaded);
      if (proposed.length === 0) return [];
      const events = proposed.map(recordedBy(loaded, origin));
      if (await this.append(account, loaded.state, events, origin)) return events;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (attempt + 1)));
    }
    throw new Conflict();
  }

  /**
   * Appends the made-up past of an account that has none yet: events that bring their own instants.
   * @returns `false` where there is one already
   */
  recordPast(account: string, events: RecordedStaffMailEvent[], generation: number): Promise<boolean> {
    const statement = { name: 'append-past-to-account', text: statementFor('es.append_past') };
    return this.append(account, noStaffMails(), events, { generation }, statement);
  }

  private async load(account: string): Promise<LoadedMails> {
    const { rows: clocks } = await this.sql.query<{ now: Instant }>(
      `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
    );
    const { rows } = await this.sql.query<StoredEvent>({
      name: 'load-account-events',
      text: `SELECT ${storedEventColumns} FROM es.event e WHERE e.stream_id = $1 ORDER BY e.version`,
      values: [account],
    });
    const state = rows.map(accountEventFromStored).reduce(evolveStaffMails, noStaffMails());
    const clock = await this.clock.at(clocks[0]?.now ?? '');
    return { state, now: state.lastRecordedAt > clock ? state.lastRecordedAt : clock };
  }

  /** `false` when somebody else was faster, or the clock has to be read again. */
  private async append(
    account: string,
    before: StaffMails,
    events: RecordedStaffMailEvent[],
    { generation }: MailOrigin,
    statement = { name: 'append-to-account', text: this.statement },
  ): Promise<boolean> {
    const changed = [...new Set(events.map(({ plain }) => plain.mail))];
    const after = events.reduce(evolveStaffMails, structuredClone(before));
    const rows = staffMailRows(account, after).filter(({ message_id: mail }) => changed.includes(mail));
    const { rows: outcomes } = await this.sql.query<{ outcome: string }>({
      ...statement,
      values: [
        account,
        before.version,
        generation,
        events.at(-1)?.recordedAt,
        JSON.stringify(events.map(accountEventToAppend)),
        JSON.stringify(rows),
        changed,
      ],
    });
    const outcome = outcomes[0]?.outcome;
    if (outcome === 'fenced') throw new Fenced();
    return outcome === 'appended';
  }
}

/** What the log adds: the engine did it, now. */
function recordedBy({ state, now }: LoadedMails, { causationId }: MailOrigin) {
  const commandId = randomUUID();
  return (event: StaffMailEvent, index: number): RecordedStaffMailEvent => ({
    ...event,
    id: namedId(`event|${index}`, commandId),
    version: state.version + 1 + index,
    schemaVersion,
    commandId,
    correlationId: commandId,
    causationId: causationId ?? commandId,
    actor: { kind: 'engine', id: 'engine' },
    occurredAt: now,
    recordedAt: now,
  });
}

/** $1 account, $2 expected version, $3 generation, $4 recorded at, $5 events, $6 rows, $7 mails that have changed. */
const statementFor = (append: 'es.append' | 'es.append_recorded' | 'es.append_past'): string => `
  WITH outcome AS MATERIALIZED (
    SELECT * FROM ${append}($1::uuid, 'account', NULL, $2::bigint, $3::int, $4::timestamptz, $5::jsonb)),
  appended AS (SELECT FROM outcome WHERE outcome = 'appended'),
  ${writeStaffMail
    .replaceAll('$account', '$1::uuid')
    .replaceAll('$rows', '$6::jsonb')
    .replaceAll('$mails', '$7::text[]')}
  SELECT outcome, version FROM outcome`;
