import { problem } from '../../../contract/problem.js';
import type { RouteEntry, RouteTable } from '../../../contract/routes/route.js';
import type { Content, OpenApiDocument, Operation } from './document.js';
import { answerSchema, jsonSchema, namedShapes } from './json-schema.js';
import { parametersOf } from './parameters.js';

/** What of the document is not in the table: its version, and bodies that hang on what is installed. */
export interface OpenApiSettings {
  routes: RouteTable;
  version: string;
  /** JSON Schemas that say more of a route's body than the table can. */
  bodies?: ReadonlyMap<RouteEntry, unknown>;
}

/** The table of routes as an OpenAPI 3.1 document. */
export function openApi(settings: OpenApiSettings): OpenApiDocument {
  const { routes, version } = settings;
  const paths: OpenApiDocument['paths'] = {};
  for (const [name, entry] of Object.entries(routes)) {
    const path = entry.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [entry.method.toLowerCase()]: operation(name, entry, settings) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lotse', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: namedShapes([problem, ...Object.values(routes).flatMap(({ answer }) => answer ?? [])]),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'lotse_session' },
      },
    },
  };
}

function operation(name: string, entry: RouteEntry, { bodies }: OpenApiSettings): Operation {
  const { permission, examples, answer, answerType = 'application/json' } = entry;
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
      requestBody: { required: true, content: contentOf(entry.body, examples?.body, bodies?.get(entry)) },
    }),
    responses: {
      [entry.status]: {
        description: 'Done',
        ...headersOf(entry),
        ...(answer && { content: { [answerType]: media(answerSchema(answer), examples?.answer) } }),
      },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function headersOf({ etag, undo }: RouteEntry): { headers?: object } {
  const text = (description: string) => ({ description, schema: { type: 'string' } });
  const headers = {
    ...(etag && { ETag: text('The version') }),
    ...(undo && { Link: text(undoMeaning) }),
  };
  return Object.keys(headers).length > 0 ? { headers } : {};
}

const undoMeaning =
  '`</path>; rel="undo"` (RFC 8288): takes the act back, by POST where the path ends with /withdrawal, else by DELETE. Absent where nothing new was recorded.';

function contentOf(body: NonNullable<RouteEntry['body']>, example: unknown, known: unknown): Content {
  if (!('bytes' in body)) return { 'application/json': media(known ?? jsonSchema(body, 'input'), example) };
  return Object.fromEntries(
    body.bytes.map((type) => [
      type,
      type === 'multipart/form-data' ? { schema: form } : media({ type: 'string' }, example),
    ]),
  );
}

const media = (schema: unknown, example: unknown): Content[string] => ({
  schema,
  ...(example !== undefined && { example }),
});

const form = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: 'text/csv' } },
  required: ['file'],
};
