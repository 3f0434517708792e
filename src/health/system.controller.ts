import { Controller, Inject } from '@nestjs/common';
import { machineRoutes as routes } from '../../contract/routes/machine.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { retryFailing } from './retry-failing.js';
import { systemState } from './system-state.js';

/** The state of the machine, for administrators. */
@Controller()
export class SystemController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Route(routes.showSystem)
  show() {
    return systemState(this.platform);
  }

  @Route(routes.retryFailing)
  retry() {
    return retryFailing(this.platform);
  }
}
