import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { JOURNEY_SCOPE, type JourneyScope } from '../ports.js';
import { forbidden, notFound } from '../problems.js';
import type { LotseRequest } from '../request.js';
import { requiredEntryOf } from '../route.js';
import { accessTo } from './access-to.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Third: is the journey in the caller's scope? If not, it does not exist for her, whatever she sent. */
@Injectable()
export class JourneyInScopeGuard implements CanActivate {
  constructor(@Inject(JOURNEY_SCOPE) private readonly scope: JourneyScope) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const { permission } = requiredEntryOf(context.getHandler());
    if (permission === 'public' || permission.scope !== 'journey') return true;
    const request = context.switchToHttp().getRequest<LotseRequest>();
    const { account } = request;
    // an administrator is refused before anything is looked up: not even which ids exist is hers to know
    if (!account || account.role === 'admin') throw forbidden('Administrators have no access to journeys.');
    const { id = '' } = request.params as { id?: string };
    const journey = UUID.test(id)
      ? await this.scope.find(id.toLowerCase(), permission.idOf ?? 'journey')
      : undefined;
    const access = journey && accessTo(account, journey);
    if (!access) throw notFound();
    request.access = access;
    request.journey = journey;
    return true;
  }
}
