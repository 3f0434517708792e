import pg from 'pg';
import type { MasterSecrets } from '../../src/event-store/seal/master-secrets.js';
import { journeyColumns } from '../../src/read-models/journey/journey-row.js';
import { writeClone, type Clone, type Lines } from './clone.js';
import { copyInto } from './copy-in.js';
import type { Template } from './template.js';

/** So many journeys are written in one transaction: some ten megabytes. */
const batchSize = 250;

const columns: Record<string, string> = {
  'es.event':
    'position, epoch, xid, stream_id, version, event_id, type, schema_version, data, sealed, owner_id, actor, command_id, correlation_id, causation_id, occurred_at, recorded_at, hash',
  'es.stream': 'stream_id, stream_type, version, head_hash, recorded_at',
  'es.participant_key': 'participant_id, class, number, wrapped',
  'rm.journey': [...journeyColumns, 'news', 'bulk', 'armed_version', 'armed_for'].join(', '),
};

interface Setting {
  secrets: MasterSecrets;
  programme: string;
  firstPosition: number;
}

/** Writes clones, as the database's owner and without the triggers of foreign keys, some at a time. */
export class CloneWriter {
  private waiting: { template: Template; clone: Clone }[] = [];
  private readonly written = { journeys: 0, events: 0 };

  private constructor(
    private readonly client: pg.Client,
    private readonly setting: Setting,
  ) {}

  static async open(adminUrl: string, setting: Setting): Promise<CloneWriter> {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query('SET session_replication_role = replica');
    await client.query('SET synchronous_commit = off');
    return new CloneWriter(client, setting);
  }

  async add(template: Template, clone: Omit<Clone, 'position'>): Promise<void> {
    const position = this.setting.firstPosition + this.written.events;
    this.waiting.push({ template, clone: { ...clone, position } });
    this.written.journeys += 1;
    this.written.events += template.events.length;
    if (this.waiting.length >= batchSize) await this.flush();
  }

  /** Writes the rest; gives how much was written in all. */
  async close(): Promise<{ journeys: number; events: number }> {
    await this.flush();
    await this.client.end();
    return this.written;
  }

  private async flush(): Promise<void> {
    const { client, setting } = this;
    await client.query('BEGIN');
    const { rows } = await client.query<{ xid: string; epoch: number }>(
      'SELECT pg_current_xact_id()::text AS xid, epoch FROM es.installation',
    );
    const { xid = '', epoch = 1 } = rows[0] ?? {};
    const lines: Lines = {};
    const models: Record<string, string> = {};
    for (const { template, clone } of this.waiting) {
      writeClone(template, clone, { ...setting, epoch, xid }, lines);
      Object.assign(models, template.columns);
    }
    for (const [table, own] of Object.entries(lines)) {
      await copyInto(client, table, columns[table] ?? models[table] ?? '', own.join(''));
    }
    await client.query('COMMIT');
    this.waiting = [];
  }
}
