import { accessRoutes } from './access.js';
import { healthRoutes } from './health.js';
import { importRoutes } from './imports.js';
import { journeyRoutes } from './journeys.js';
import { programmeRoutes } from './programmes.js';
import type { RouteTable } from './route.js';
import { systemRoutes } from './system.js';
import { temporalRoutes } from './temporal.js';

/** Every route there is. A handler without an entry here, or an entry without a handler, stops the start. */
export const routes = {
  ...systemRoutes,
  ...healthRoutes,
  ...accessRoutes,
  ...programmeRoutes,
  ...journeyRoutes,
  ...importRoutes,
  ...temporalRoutes,
} satisfies RouteTable;
