import type { RouteEntry } from '../../../contract/routes/route.js';
import type { Parameter } from './document.js';
import { jsonSchema } from './json-schema.js';

const writeHeaders: Parameter[] = [
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The version that was read, in quotes; 412 when a person recorded something since.',
    schema: { type: 'string', pattern: '^"\\d+"$' },
  },
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key and body again have one effect and the same answer, for 30 days.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
];

/** What a route takes beside its body. */
export function parametersOf(entry: RouteEntry): Parameter[] {
  const names = [...entry.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const params = fieldsOf(entry.params);
  const query = fieldsOf(entry.query);
  const headers = fieldsOf(entry.headers);
  return [
    ...names.map((name): Parameter => {
      return {
        name,
        in: 'path',
        required: true,
        schema: params.schemas[name] ?? { type: 'string', format: 'uuid' },
      };
    }),
    ...Object.entries(query.schemas).map(([name, schema]): Parameter => {
      const example = entry.examples?.query?.[name];
      const required = query.required.includes(name);
      return { name, in: 'query', required, schema, ...(example !== undefined && { example }) };
    }),
    ...Object.entries(headers.schemas).map(([name, schema]): Parameter => {
      return { name: titled(name), in: 'header', required: headers.required.includes(name), schema };
    }),
    ...(entry.method === 'GET' || entry.permission === 'public' ? [] : writeHeaders),
  ];
}

/** `last-event-id` as headers are commonly written: `Last-Event-ID`. */
const titled = (name: string): string =>
  name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace(/-Id$/, '-ID');

function fieldsOf(schema: RouteEntry['query']) {
  const { properties = {}, required = [] } = (schema ? jsonSchema(schema, 'input') : {}) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return { schemas: properties, required };
}
