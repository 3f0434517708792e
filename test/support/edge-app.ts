import { Controller, Module } from '@nestjs/common';
import { z } from 'zod';
import type { Role } from '../../contract/access.js';
import { countInQuery, day, email, line, paging } from '../../contract/routes/fields.js';
import type { InputOf, RouteTable } from '../../contract/routes/route.js';
import { systemRoutes } from '../../contract/routes/system.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import type { Access } from '../../src/http/guards/access-to.js';
import { HttpModule } from '../../src/http/http.module.js';
import { CurrentAccount, Input, JourneyAccess } from '../../src/http/input.js';
import type { LogLine } from '../../src/http/log.js';
import { type Account, ACT_PERMISSION, type ActPermission, AUTHENTICATION } from '../../src/http/ports.js';
import { JOURNEY_SCOPE, type FoundJourney } from '../../src/http/ports.js';
import { forbidden } from '../../src/http/problems.js';
import { Route } from '../../src/http/route.js';

const roles: Role[] = ['coach', 'coordinator'];
const table = {
  ...systemRoutes,
  record: {
    method: 'POST',
    path: '/api/v1/journeys/:id/things',
    summary: 'Record a thing',
    permission: { roles, scope: 'journey', bodyDecides: 'milestone' },
    body: z.strictObject({
      on: day,
      name: line(20),
      contact: z.strictObject({ email, phones: z.array(line(10)).max(2).optional() }).optional(),
      state: z.enum(['open', 'done']).optional(),
    }),
    answer: z.strictObject({ version: z.int(), seen: z.unknown() }),
    status: 201,
    etag: true,
    bodyLimit: 2000,
  },
  show: {
    method: 'GET',
    path: '/api/v1/journeys/:id',
    summary: 'Show a journey',
    permission: { roles, scope: 'journey', reducedView: true },
    status: 200,
  },
  assign: {
    method: 'PUT',
    path: '/api/v1/journeys/:id/coach',
    summary: 'Assign a coach',
    permission: { roles: ['coordinator'], scope: 'journey' },
    body: z.strictObject({ coach: email }),
    status: 200,
  },
  list: {
    method: 'GET',
    path: '/api/v1/things',
    summary: 'List things',
    permission: { roles, scope: 'list' },
    query: z.strictObject({ ...paging, least: countInQuery(0, 9).optional() }),
    status: 200,
  },
  name: {
    method: 'GET',
    path: '/api/v1/ids/:id',
    summary: 'Tell an id as it was read',
    permission: 'public',
    status: 200,
  },
  upload: {
    method: 'POST',
    path: '/api/v1/uploads',
    summary: 'Take a file',
    permission: 'public',
    body: { bytes: ['text/csv'] },
    status: 202,
  },
  fail: {
    method: 'GET',
    path: '/api/v1/failures/:kind',
    summary: 'Fail',
    permission: 'public',
    params: z.strictObject({ kind: line(20) }),
    status: 200,
  },
} satisfies RouteTable;

const failures: Record<string, Error> = {
  bug: new Error('Amina Karimi is not a function'),
  away: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
  sql: Object.assign(new Error('duplicate key: (Amina)'), { code: '23505', routine: '_bt_check_unique' }),
};

@Controller()
class ThingsController {
  @Route(table.record)
  record(@Input() input: InputOf<typeof table.record>) {
    return { version: 8, seen: input };
  }
  @Route(table.show)
  show(@JourneyAccess() access: Access, @CurrentAccount() account: Account) {
    return { access, account: account.id };
  }
  @Route(table.assign)
  assign() {
    return {};
  }
  @Route(table.list)
  list(@Input() { query }: InputOf<typeof table.list>) {
    return query;
  }
  @Route(table.name)
  name(@Input() { params }: InputOf<typeof table.name>) {
    return params;
  }
  @Route(table.upload)
  upload(@Input() { body }: InputOf<typeof table.upload>) {
    return { bytes: body.length };
  }
  @Route(table.fail)
  fail(@Input() { params }: InputOf<typeof table.fail>) {
    throw failures[params.kind] ?? new Error('unknown');
  }
}

const account = (id: string, role: Role, communes: string[] | null): Account => {
  return { id, email: `${id}@example.org`, name: id, phone: null, role, communes };
};
const accounts: Record<string, Account> = {
  mara: account('mara', 'coach', ['stolberg']),
  karl: account('karl', 'coordinator', ['stolberg']),
  root: account('root', 'admin', null),
};
/** A journey of Mara's, one of a colleague's in her commune, and one in another commune. */
export const own = '00000000-0000-4000-8000-000000000001';
export const colleagues = '00000000-0000-4000-8000-000000000002';
export const elsewhere = '00000000-0000-4000-8000-000000000003';
const journeys: Record<string, FoundJourney> = {
  [own]: { commune: 'monschau', coachId: 'mara', programme: 'durchstarten' },
  [colleagues]: { commune: 'stolberg', coachId: 'jana', programme: 'durchstarten' },
  [elsewhere]: { commune: 'alsdorf', coachId: null, programme: 'durchstarten' },
};
/** Nobody records a moon landing. */
const acts: ActPermission = {
  require: async ({ body }) => {
    if ((body as { name?: unknown } | undefined)?.name === 'moon') throw forbidden('Nobody records that.');
  },
};
/** What was logged. */
export const lines: LogLine[] = [];

@Module({
  providers: [
    { provide: AUTHENTICATION, useValue: { accountOf: async (c: { secret: string }) => accounts[c.secret] } },
    { provide: JOURNEY_SCOPE, useValue: { find: async (id: string) => journeys[id] } },
    { provide: ACT_PERMISSION, useValue: acts },
  ],
  exports: [AUTHENTICATION, JOURNEY_SCOPE, ACT_PERMISSION],
})
class PortsModule {}

const settings = {
  routes: table,
  publicUrl: 'https://lotse.example.org',
  version: '1.0.0',
  log: (l: LogLine) => void lines.push(l),
};
@Module({ imports: [HttpModule.for(settings, [PortsModule])], controllers: [ThingsController] })
class TestModule {}

interface Sent {
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Calls over a real socket; `as` is the account's name, `body` JSON, or a text that is sent as it stands. */
const caller =
  (base: string) =>
  async (method: string, path: string, options: Sent = {}) => {
    const { as, body, headers } = options;
    const answer = await fetch(base + path, {
      method,
      headers: {
        ...(as && { authorization: `Bearer ${as}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: text ? JSON.parse(text) : undefined,
    };
  };

/** An application with invented routes, whose accounts are `mara` (coach), `karl` (coordinator) and `root` (admin). */
export async function startEdge() {
  const app = await createHttpApp(TestModule);
  await app.listen(0, '127.0.0.1');
  const base = await app.getUrl();
  return { base, call: caller(base), close: () => app.close() };
}

/** The path at which a journey's things are recorded. */
export const things = (id: string) => `/api/v1/journeys/${id}/things`;
/** The code of each bad field by where it stands. */
export const codes = (answer: { json: { errors: { pointer: string; code: string; in?: string }[] } }) =>
  Object.fromEntries(answer.json.errors.map((error) => [(error.in ?? '') + error.pointer, error.code]));
