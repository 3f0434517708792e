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
import { journeyFigures, metricsText } from './metrics.js';
import { reconciliationFigures } from './reconciliation-metrics.js';
import { RequestCounts } from './request-counts.js';

/** Figures for whoever watches over Lotse; nothing of a person, and still nobody else's business. */
@Controller()
export class MetricsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly health: HealthOfParts,
    private readonly requests: RequestCounts,
    private readonly changes: Changes,
  ) {}

  @Route(routes.showMetrics)
  async show(@Req() request: LotseRequest): Promise<string> {
    const ip = request.ip.replace(/^::ffff:/, ''); // IPv4 as a socket for both shows it
    if (!isLoopback(ip) && !this.hasToken(request.headers.authorization)) {
      throw forbidden('Expected a request from this machine, or the token of LOTSE_METRICS_TOKEN.');
    }
    const { sql, clock } = this.platform;
    const [health, figures, reconciliation] = await Promise.all([
      this.health.ask(),
      journeyFigures(sql, clock),
      reconciliationFigures(sql),
    ]);
    return metricsText(health, figures, this.requests, this.changes.count, reconciliation);
  }

  private hasToken(authorization: string | undefined): boolean {
    const { metricsToken } = this.platform.config;
    const shown = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (metricsToken === undefined || shown === undefined) return false;
    return timingSafeEqual(sha256(metricsToken), sha256(shown));
  }
}
