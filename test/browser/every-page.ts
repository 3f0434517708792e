import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import { edgelessOn, movingOn } from './support/media.js';
import { crampedOn } from './support/room.js';
import { addressOf, everybody, open, routes, settled } from './support/routes.js';
import { structureOf } from './support/structure.js';
import type { World } from './support/world.js';

const visits = everybody.flatMap((role) =>
  routes.filter(({ roles }) => roles.includes(role)).map((route) => ({ role, ...route })),
);

/** Every route as everybody who may open it, loaded once and looked at in every way that asks for nothing to be opened. */
export function everyPage(world: () => World): void {
  it('is in the table of routes', () => {
    const source = readFileSync(new URL('../../web/app/app-routes.tsx', import.meta.url), 'utf8');
    const known = [...source.matchAll(/path: '([^']+)', roles/g)].map(([, path]) => path);
    expect(routes.map(({ route }) => route)).toEqual(known);
  });

  it.each(visits)(
    'is for everybody, light and dark, on small screens and large: $route as $role',
    async (visit) => {
      const seat = await world().tab(visit.role);
      const { page, complaints } = seat;
      await open(page, await addressOf(visit, world(), seat));
      const light = await findingsOn(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await findingsOn(page);
      await page.emulateMedia({ colorScheme: 'light' });
      expect({
        light,
        dark,
        built: await structureOf(page),
        moving: await movingOn(page),
        edgeless: await edgelessOn(page),
        cramped: await crampedOn(page),
        complaints,
      }).toEqual({ light: [], dark: [], built: [], moving: [], edgeless: [], cramped: [], complaints: [] });
    },
  );

  it.each(everybody)('says so where it belongs to another role than %s', async (role) => {
    const seat = await world().tab(role);
    const { page } = seat;
    const others = routes.filter(({ roles }) => !roles.includes(role));
    expect(others.length).toBeGreaterThan(0);
    for (const { route } of others) {
      await page.goto(
        route.replace(':id', '00000000-0000-4000-8000-000000000000').replace(':part', 'zugaenge'),
      );
      await page
        .getByRole('heading', { level: 1, name: 'Diese Seite gehört nicht zu Ihrer Rolle.' })
        .waitFor();
    }
    expect(await findingsOn(page)).toEqual([]);
    expect(await structureOf(page)).toEqual([]);
  });

  it.each(['/anmelden', '/einladung#nichts'])(
    'is for everybody, too, before anybody has signed in: %s',
    async (address) => {
      const { page } = await world().guest();
      await page.goto(address);
      await settled(page);
      const light = await findingsOn(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await findingsOn(page);
      expect({
        light,
        dark,
        moving: await movingOn(page),
        edgeless: await edgelessOn(page),
        cramped: await crampedOn(page),
      }).toEqual({ light: [], dark: [], moving: [], edgeless: [], cramped: [] });
      expect(await page.getByRole('main').count()).toBe(1);
    },
  );
}
