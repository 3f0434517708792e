import { z } from 'zod';

/** A zod schema as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; `input`: as a caller writes it. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
