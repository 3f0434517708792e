import { z } from 'zod';
import { shapes } from '../../../contract/shapes.js';

/** A zod schema as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; `input`: as a caller writes it. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** An answer's schema for a document that holds the named shapes among its components. */
export function answerSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, $defs: __, ...rest } = namingShapes(schema);
  return inComponents(rest);
}

/** The named shapes themselves. */
export function namedShapes(schemas: readonly z.ZodType[]): Record<string, unknown> {
  return Object.assign({}, ...schemas.map((schema) => inComponents(namingShapes(schema).$defs ?? {})));
}

const namingShapes = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', metadata: shapes });

const inComponents = (schema: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<
    string,
    unknown
  >;
