import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Health, Notice } from '../../contract/routes/health.js';
import { Names } from '../directory/names.js';
import { PLATFORM, type Platform } from '../platform.js';
import { noticesOf } from './notices.js';
import { askMail, partsInDatabase, temporalProbe } from './parts.js';

/** So long what was found out about others is told again: a health page must not be a load on them. */
const keptMs = 5000;

/** Whether Lotse and what it needs are there. */
@Injectable()
export class HealthOfParts implements OnApplicationShutdown {
  private readonly temporal;
  private readonly askTemporal;
  private readonly askMail;
  private readonly askNotices;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly names: Names,
  ) {
    this.temporal = temporalProbe(platform.config);
    this.askTemporal = kept(() => this.temporal.ask());
    this.askMail = kept(() => askMail(platform.config));
    this.askNotices = kept(() => noticesOf(platform.sql, platform.config));
  }

  async ask(): Promise<Health> {
    const [own, temporal, mail, others] = await Promise.all([
      partsInDatabase(this.platform.sql),
      this.askTemporal(),
      this.askMail(),
      this.askNotices(),
    ]);
    const parts = { database: own.database, temporal, worker: own.worker, relay: own.relay, mail };
    const notices = [...others, ...this.readingNames()];
    const isWell = Object.values(parts).every((part) => part === 'up') && notices.length === 0;
    return { status: isWell ? 'ok' : 'degraded', parts, notices };
  }

  private readingNames(): Notice[] {
    return this.names.isRead ? [] : [{ code: 'reading_names', count: this.names.count }];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.temporal.close();
  }
}

function kept<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let known: Promise<Answer> | undefined;
  let until = 0;
  return () => {
    if (!known || performance.now() >= until) {
      known = ask();
      until = performance.now() + keptMs;
    }
    return known;
  };
}
