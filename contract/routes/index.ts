import { accessRoutes } from './access.js';
import { attentionRoutes } from './attention.js';
import { bulkRoutes } from './bulk.js';
import { changeRoutes } from './changes.js';
import { caughtMailRoutes } from './caught-mails.js';
import { exportRoutes } from './exports.js';
import { healthRoutes } from './health.js';
import { importRoutes } from './imports.js';
import { journeyRoutes } from './journeys.js';
import { machineRoutes } from './machine.js';
import { pageRoutes } from './pages.js';
import { programmeRoutes } from './programmes.js';
import { recordRoutes } from './records.js';
import type { RouteTable } from './route.js';
import { systemRoutes } from './system.js';
import { temporalRoutes } from './temporal.js';
import { userRoutes } from './users.js';
import { viewRoutes } from './views.js';
import { webRoutes } from './web.js';

/** Every route there is. A handler without an entry here, or an entry without a handler, stops the start. */
export const routes = {
  ...webRoutes,
  ...systemRoutes,
  ...healthRoutes,
  ...machineRoutes,
  ...accessRoutes,
  ...userRoutes,
  ...programmeRoutes,
  ...journeyRoutes,
  ...recordRoutes,
  ...attentionRoutes,
  ...pageRoutes,
  ...viewRoutes,
  ...bulkRoutes,
  ...exportRoutes,
  ...changeRoutes,
  ...importRoutes,
  ...caughtMailRoutes,
  ...temporalRoutes,
} satisfies RouteTable;
