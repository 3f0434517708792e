import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { healthRoutes as routes, type Health } from '../../contract/routes/health.js';
import { Route } from '../http/route.js';
import { HealthOfParts } from './health.js';

@Controller()
export class HealthController {
  constructor(private readonly health: HealthOfParts) {}

  @Route(routes.showLive)
  live() {
    return { status: 'ok' as const };
  }

  @Route(routes.showReady)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.health.ask();
    if (health.parts.database === 'down') void reply.status(503);
    return health;
  }
}
