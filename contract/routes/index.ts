import { accessRoutes } from './access.js';
import type { RouteTable } from './route.js';
import { systemRoutes } from './system.js';

/** Every route there is. A handler without an entry here, or an entry without a handler, stops the start. */
export const routes = { ...systemRoutes, ...accessRoutes } satisfies RouteTable;
