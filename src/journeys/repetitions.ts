import { createHash } from 'node:crypto';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import type { CommandOrigin } from './command-runner.js';
import type { LoadedJourney } from './loaded-journey.js';
import { AlreadyAnswered, KeyReused } from './outcomes.js';

/** Commands that come again under the same idempotency key: one effect, one answer, for 30 days. */
export class Repetitions {
  constructor(
    private readonly sql: Sql,
    private readonly secrets: MasterSecrets,
  ) {}

  /** What to look for when a journey is loaded for a command. */
  asked({ idempotency }: CommandOrigin) {
    if (!idempotency) return undefined;
    return { account: idempotency.account, route: idempotency.route, hash: keyHash(idempotency.key) };
  }

  /** @throws AlreadyAnswered with the earlier answer's version, KeyReused when the key came with another body */
  refuse({ idempotency: earlier }: LoadedJourney, { idempotency }: CommandOrigin): void {
    if (!earlier || !idempotency) return;
    if (earlier.bodyHmac !== this.bodyHmac(idempotency.body)) throw new KeyReused();
    throw new AlreadyAnswered(earlier.journeyId, earlier.version, earlier.status);
  }

  /** What is written in the append's transaction, as JSON; `null` for a command without a key. */
  record({ idempotency }: CommandOrigin, version: number): string | null {
    if (!idempotency) return null;
    const { account, route, key, status } = idempotency;
    const body = this.bodyHmac(idempotency.body);
    return JSON.stringify({ account, route, key: keyHash(key), body, status, version });
  }

  /** Remembers a command that said nothing new; `false` when the same key was remembered meanwhile. */
  async remember(journey: string, origin: CommandOrigin, version: number): Promise<boolean> {
    const record = this.record(origin, version);
    if (record === null) return true;
    const { rows } = await this.sql.query({
      name: 'remember-command',
      text: `INSERT INTO es.idempotency (account_id, route, key_hash, body_hmac, status, journey_id, version)
             SELECT i.account, i.route, decode(i.key, 'hex'), decode(i.body, 'hex'), i.status, $1, i.version
               FROM jsonb_to_record($2::jsonb)
                 AS i(account uuid, route text, key text, body text, status smallint, version bigint)
             ON CONFLICT DO NOTHING RETURNING 1`,
      values: [journey, record],
    });
    if (rows.length === 0) await this.forgetOld();
    return rows.length > 0;
  }

  /** What is older than 30 days is no answer any more; only its row stands in the way of the key's next use. */
  async forgetOld(): Promise<void> {
    await this.sql.query(`DELETE FROM es.idempotency WHERE created_at <= now() - interval '30 days'`);
  }

  private bodyHmac(body: string): string {
    return this.secrets.hmac('request-body', body).toString('hex');
  }
}

const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex');
