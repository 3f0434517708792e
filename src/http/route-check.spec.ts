import { Controller, Get, Module, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { RouteEntry, RouteTable } from '../../contract/routes/route.js';
import { systemRoutes } from '../../contract/routes/system.js';
import { createHttpApp } from './create-http-app.js';
import { HttpModule } from './http.module.js';
import { ACT_PERMISSION, AUTHENTICATION, JOURNEY_SCOPE } from './ports.js';
import { Route } from './route.js';
import { tableFault } from './table-fault.js';

const entry: RouteEntry = {
  method: 'GET',
  path: '/api/v1/one',
  summary: 'One',
  permission: 'public',
  status: 200,
};
const writing = { ...entry, method: 'POST' } as const;

@Controller()
class OneController {
  @Route(entry)
  one() {
    return {};
  }
}

@Controller()
class WildController {
  @Get('/wild')
  wild() {
    return {};
  }
}

@Controller('below')
class PrefixedController {
  @Route(entry)
  one() {
    return {};
  }
}

async function start(routes: RouteTable, ...controllers: Type[]): Promise<void> {
  const ports = [AUTHENTICATION, JOURNEY_SCOPE, ACT_PERMISSION];
  @Module({ providers: ports.map((provide) => ({ provide, useValue: {} })), exports: ports })
  class PortsModule {}
  const settings = { routes: { ...systemRoutes, ...routes }, publicUrl: 'http://localhost', version: '1' };
  @Module({ imports: [HttpModule.for(settings, [PortsModule])], controllers })
  class TestModule {}
  const app = await createHttpApp(TestModule);
  try {
    await app.init();
  } finally {
    await app.close();
  }
}

describe('the start', () => {
  it('goes on when handlers and table fit', async () => {
    await expect(start({ one: entry }, OneController)).resolves.toBeUndefined();
  });

  it('stops at a handler without an entry', async () => {
    await expect(start({}, WildController)).rejects.toThrow(
      /^WildController.wild answers requests without an entry/,
    );
    await expect(start({}, OneController)).rejects.toThrow(
      /^OneController.one answers requests without an entry/,
    );
  });

  it('stops at an entry without a handler', async () => {
    await expect(start({ one: entry })).rejects.toThrow('The route "one" (GET /api/v1/one) has no handler.');
  });

  it('stops at a path that is said in two places', async () => {
    await expect(start({ one: entry }, PrefixedController)).rejects.toThrow(/stands below the path "below"/);
  });
});

describe('a table of routes', () => {
  it('lets no unknown field pass, however deep', () => {
    const loose = z.strictObject({ list: z.array(z.object({ a: z.string() })) });
    expect(tableFault({ one: { ...writing, body: loose } })).toBe(
      'The route "one" takes unknown fields in its body.',
    );
    expect(
      tableFault({ one: { ...writing, body: z.strictObject({ list: z.array(z.string()) }) } }),
    ).toBeUndefined();
    expect(tableFault({ one: { ...entry, query: z.object({ a: z.string() }) } })).toMatch(/in its query/);
  });

  it('has each path once', () => {
    const [a, b] = ['/x/:id', '/x/:name'] as const;
    expect(tableFault({ a: { ...entry, path: a }, b: { ...entry, path: b } })).toMatch(
      /"b" and "a" have the same path/,
    );
    expect(tableFault({ a: entry, b: writing })).toBeUndefined();
  });

  it('has an id where it asks for a journey, and lets nobody write where she sees half', () => {
    const permission = { roles: ['coach'], scope: 'journey', reducedView: true } as const;
    expect(tableFault({ a: { ...entry, permission } })).toMatch(/no :id/);
    expect(tableFault({ a: { ...writing, path: '/journeys/:id', permission } })).toMatch(/colleague/);
  });
});
