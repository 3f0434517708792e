import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '../../contract/access.js';
import type { Settings } from '../../contract/pages/settings.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Instant } from '../../domain/time.js';
import type { Account } from '../http/ports.js';
import { PLATFORM, type Platform } from '../platform.js';

/** What is read of an account's row each time: it may have changed a second ago, in another process. */
interface Read {
  settings: Settings;
  now: Instant;
}

const read = 'settings, clock_timestamp() AS now';

/** What an account is told about itself. */
@Injectable()
export class AboutMe {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async of(account: Account): Promise<Me> {
    const text = `SELECT ${read} FROM access.account WHERE id = $1`;
    const { rows } = await this.platform.sql.query<Read>({ name: 'about-me', text, values: [account.id] });
    return this.told(account, rows);
  }

  /** Changes the settings that are named; the others stay. */
  async change(account: Account, settings: Settings): Promise<Me> {
    const { rows } = await this.platform.sql.query<Read>({
      name: 'change-settings',
      text: `UPDATE access.account SET settings = settings || $2 WHERE id = $1 RETURNING ${read}`,
      values: [account.id, JSON.stringify(settings)],
    });
    return this.told(account, rows);
  }

  private async told({ id, email, name, role, communes }: Account, [row]: Read[]): Promise<Me> {
    if (!row) throw new Error('An account that is signed in has no row'); // accounts are disabled, never removed
    const { clock, secrets, programmes, sandbox, config } = this.platform;
    const { key, version } = programmes.current;
    return {
      id,
      email,
      name,
      role,
      communes,
      today: berlinDay(await clock.at(row.now)),
      scope: scopes[role],
      deputyFor: [],
      draftKey: secrets.hmac('draft', id).toString('base64'),
      settings: row.settings,
      demonstration: sandbox,
      mailCatcher: config.mailCatcher,
      programme: { key, version },
    };
  }
}

const scopes = { coach: 'own', coordinator: 'region', admin: 'none' } as const;
