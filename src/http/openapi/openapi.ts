import { problem } from '../../../contract/problem.js';
import type { RouteEntry, RouteTable } from '../../../contract/routes/route.js';
import { jsonSchema } from './json-schema.js';
import { parametersOf } from './parameters.js';

/** The table of routes as an OpenAPI 3.1 document. */
export function openApi(routes: RouteTable, version: string): Record<string, unknown> & { openapi: string } {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, entry] of Object.entries(routes)) {
    const path = entry.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [entry.method.toLowerCase()]: operation(name, entry) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lotse', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'lotse_session' },
      },
    },
  };
}

function operation(name: string, entry: RouteEntry) {
  const { permission, examples } = entry;
  const open = permission === 'public';
  const tag = entry.path.replace('/api/v1', '').split('/')[1];
  return {
    operationId: name,
    summary: entry.summary,
    ...(tag && { tags: [tag] }),
    ...(!open && { description: `For: ${permission.roles.join(', ')}.` }),
    security: open ? [] : [{ bearer: [] }, { session: [] }],
    parameters: parametersOf(entry),
    ...(entry.body && {
      requestBody: { required: true, content: content(entry.body, 'input', examples?.body) },
    }),
    responses: {
      [entry.status]: {
        description: 'Done',
        ...(entry.etag && { headers: { ETag: { description: 'The version', schema: { type: 'string' } } } }),
        ...(entry.answer && { content: content(entry.answer, 'output', examples?.answer) }),
      },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function content(body: NonNullable<RouteEntry['body']>, io: 'input' | 'output', example: unknown) {
  if ('bytes' in body) return Object.fromEntries(body.bytes.map((type) => [type, {}]));
  return { 'application/json': { schema: jsonSchema(body, io), ...(example !== undefined && { example }) } };
}
