import { Inject, Injectable } from '@nestjs/common';
import { routeOfBulk } from '../../contract/routes/bulk.js';
import type { Account, ActPermission, FoundJourney, NamedAct } from '../http/ports.js';
import { forbidden } from '../http/problems.js';
import { PLATFORM, type Platform } from '../platform.js';

/** Acts that a role may do in general, but not with everything that a body may name. */
@Injectable()
export class NamedActs implements ActPermission {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async require({ kind, account, journey, body }: NamedAct): Promise<void> {
    if (typeof body !== 'object' || body === null) return; // the check of the body says what is wrong with it
    if (kind === 'opening') this.requireOpening(account, body);
    else if (kind === 'bulk') requireBulk(account, body);
    else this.requireMilestone(account, journey, body);
  }

  private requireOpening(account: Account, body: { commune?: unknown; exception?: unknown }): void {
    const { communes } = this.platform.programmes.current;
    const named = communes.find(({ key }) => key === body.commune)?.key;
    if (account.communes && named !== undefined && !account.communes.includes(named)) {
      throw forbidden('This commune is not one of yours.');
    }
    if (body.exception !== undefined && account.role !== 'coordinator') {
      throw forbidden('Only a coordinator gives an exception from the age limit.');
    }
  }

  /** The programme says of each milestone who records it. */
  private requireMilestone(
    { role }: Account,
    journey: FoundJourney | undefined,
    body: { milestone?: unknown },
  ): void {
    const { milestones } = this.platform.programmes.of(journey?.programme ?? '');
    const recordedBy: readonly string[] | undefined = milestones.find(
      ({ key }) => key === body.milestone,
    )?.recordedBy;
    if (!recordedBy || recordedBy.includes(role)) return;
    throw forbidden(`Found the role ${role}, expected ${recordedBy.join(' or ')} for this milestone.`);
  }
}

/** To many may be done what one may do to each. */
function requireBulk({ role }: Account, { command }: { command?: unknown }): void {
  const named = Object.entries(routeOfBulk).find(([name]) => name === command)?.[1];
  const roles: readonly string[] | undefined = named?.permission.roles;
  if (!roles || roles.includes(role)) return;
  throw forbidden(`Found the role ${role}, expected ${roles.join(' or ')} for this command.`);
}
