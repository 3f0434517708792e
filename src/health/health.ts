import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Health } from '../../contract/routes/health.js';
import { PLATFORM, type Platform } from '../platform.js';
import { askMail, partsInDatabase, temporalProbe, type PartState } from './parts.js';

/** So long what was found out about others is told again: a health page must not be a load on them. */
const keptMs = 5000;

/** Whether Lotse and what it needs are there. */
@Injectable()
export class HealthOfParts implements OnApplicationShutdown {
  private readonly temporal;
  private readonly askTemporal;
  private readonly askMail;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {
    this.temporal = temporalProbe(platform.config);
    this.askTemporal = kept(() => this.temporal.ask());
    this.askMail = kept(() => askMail(platform.config));
  }

  async ask(): Promise<Health> {
    const [own, temporal, mail] = await Promise.all([
      partsInDatabase(this.platform.sql),
      this.askTemporal(),
      this.askMail(),
    ]);
    const parts = { database: own.database, temporal, worker: own.worker, relay: own.relay, mail };
    const status = Object.values(parts).every((part) => part === 'up') ? 'ok' : 'degraded';
    return { status, parts };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.temporal.close();
  }
}

function kept(ask: () => Promise<PartState>): () => Promise<PartState> {
  let known: Promise<PartState> | undefined;
  let until = 0;
  return () => {
    if (!known || performance.now() >= until) {
      known = ask();
      until = performance.now() + keptMs;
    }
    return known;
  };
}
