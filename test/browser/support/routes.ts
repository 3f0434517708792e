import type { Page } from 'playwright-core';
import { anImport } from './imports.js';
import { anybody } from './people.js';
import type { Role, Seat, World } from './world.js';

/** A route of the pages: who may open it, and an address of it. */
export interface Route {
  route: string;
  roles: readonly Role[];
  /** Where it is not the route itself. */
  address?: (world: World, seat: Seat) => Promise<string>;
}

const staff: readonly Role[] = ['coach', 'coordinator'];
const technical: readonly Role[] = ['coordinator', 'admin'];
export const everybody: readonly Role[] = ['coach', 'coordinator', 'admin'];

const anyone = async (world: World, seat: Seat): Promise<string> =>
  `/teilnehmende/${await anybody(world, seat)}`;

/** Every page behind the sign-in; `every-page.ts` compares it with the routes of `web/app/app-routes.tsx`. */
export const routes: readonly Route[] = [
  { route: '/leitstand', roles: ['coordinator'] },
  { route: '/heute', roles: staff },
  { route: '/hinweise', roles: staff },
  { route: '/fristen', roles: staff },
  { route: '/teilnehmende', roles: staff },
  { route: '/teilnehmende/neu', roles: staff },
  { route: '/teilnehmende/:id', roles: staff, address: anyone },
  { route: '/postausgang', roles: everybody },
  { route: '/programm', roles: everybody },
  { route: '/verwaltung', roles: ['admin'] },
  { route: '/verwaltung/:part', roles: ['admin'], address: async () => '/verwaltung/zugaenge' },
  { route: '/import', roles: technical },
  {
    route: '/import/:id',
    roles: technical,
    address: async (world) => `/import/${await anImport(world)}`,
  },
  { route: '/system', roles: technical },
  { route: '/ich', roles: everybody },
];

/** The address of a route for somebody. */
export const addressOf = (route: Route, world: World, seat: Seat): Promise<string> =>
  route.address?.(world, seat) ?? Promise.resolve(route.route);

/** All of a page is there. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
}

/** Opens a page, and waits until all of it is there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}
