import { timingSafeEqual } from 'node:crypto';
import { Controller, Inject, Req } from '@nestjs/common';
import { healthRoutes as routes } from '../../contract/routes/health.js';
import { sha256 } from '../access/secrets.js';
import { Changes } from '../changes/changes.js';
import { isLoopback } from '../config/loopback.js';
import { HealthOfParts } from '../health/health.js';
import { forbidden } from '../http/problems.js';
import type { LotseRequest } from '../http/request.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { askFigures, countedFigures, liveFigures } from './figures.js';
import { metricsText } from './metrics.js';
import { OpenWrites } from './open-writes.js';
import { RequestCounts } from './request-counts.js';
import { staleWhileAsked } from './stale-while-asked.js';
import { workerCounts } from './worker-counts.js';

/** Counting journeys and messages through costs more the more there are. */
const countedKeptMs = 30_000;

/** Figures for whoever watches over Lotse; nothing of a person, and still nobody else's business. */
@Controller()
export class MetricsController {
  private readonly openWrites = new OpenWrites();
  private readonly askCounted;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly health: HealthOfParts,
    private readonly requests: RequestCounts,
    private readonly changes: Changes,
  ) {
    const { sql, clock } = platform;
    this.askCounted = staleWhileAsked(() => askFigures(countedFigures, sql, clock), countedKeptMs);
  }

  @Route(routes.showMetrics)
  async show(@Req() request: LotseRequest): Promise<string> {
    const ip = request.ip.replace(/^::ffff:/, ''); // IPv4 as a socket for both shows it
    if (!isLoopback(ip) && !this.hasToken(request.headers.authorization)) {
      throw forbidden('Expected a request from this machine, or the token of LOTSE_METRICS_TOKEN.');
    }
    const { sql, clock, counters } = this.platform;
    const [health, live, openWrites, counted, ofWorkers] = await Promise.all([
      this.health.ask(),
      orNothing(askFigures(liveFigures, sql, clock)),
      orNothing(this.openWrites.ask(sql)),
      this.askCounted(),
      orNothing(workerCounts(sql)),
    ]);
    return metricsText({
      health,
      figures: [...live, ...openWrites, ...(counted ?? [])],
      counted: [...counters.all, ...ofWorkers],
      requests: this.requests,
      streams: this.changes.count,
    });
  }

  private hasToken(authorization: string | undefined): boolean {
    const { metricsToken } = this.platform.config;
    const shown = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (metricsToken === undefined || shown === undefined) return false;
    return timingSafeEqual(sha256(metricsToken), sha256(shown));
  }
}

/** A database that is away is told by its part; what does not hang on it is shown all the same. */
const orNothing = <Found>(asked: Promise<Found[]>): Promise<Found[]> => asked.catch(() => []);
