/** The part of OpenAPI 3.1 that Lotse writes. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  /** By path, then by method in small letters. */
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, object> };
}

export interface Operation {
  operationId: string;
  summary: string;
  tags?: string[];
  description?: string;
  security: object[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; headers?: object; content?: Content }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: unknown;
  example?: string;
}

/** By media type. */
export type Content = Record<string, { schema: unknown; example?: unknown }>;
