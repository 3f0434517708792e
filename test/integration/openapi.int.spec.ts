import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { routes } from '../../contract/routes/index.js';
import type { RouteEntry } from '../../contract/routes/route.js';
import { startApi, type Api } from '../support/api.js';
import { consent, plan } from '../support/journey-calls.js';

let api: Api;
let document: Document;

beforeAll(async () => {
  api = await startApi({});
  document = (await api.call('GET', '/api/openapi.json')).json;
});
afterAll(() => api?.close());

interface Content {
  [type: string]: { schema: object; example?: unknown };
}
interface Parameter {
  name: string;
  in: string;
  schema: object;
  example?: string;
}
interface Operation {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const table: [string, RouteEntry][] = Object.entries(routes);
const pathOf = ({ path }: RouteEntry): string => path.replaceAll(/:(\w+)/g, '{$1}');
const operationOf = (entry: RouteEntry): Operation | undefined =>
  document.paths[pathOf(entry)]?.[entry.method.toLowerCase()];

/** A JSON Schema as a client's library reads it, with what it refers to; throws where it is none. */
function readAs(schema: object): z.ZodType {
  const whole = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const local = whole.replaceAll('"#/components/schemas/', '"#/$defs/');
  return z.fromJSONSchema(JSON.parse(local) as Parameters<typeof z.fromJSONSchema>[0]);
}

/** Every schema of an operation, wherever it stands. */
function schemasOf({ parameters, requestBody, responses }: Operation): object[] {
  const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
  return [...parameters, ...contents.flatMap((content) => Object.values(content ?? {}))].map(
    ({ schema }) => schema,
  );
}

/** What the references of a document point to. */
function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { $ref } = node as { $ref?: unknown };
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(node).flatMap(references)];
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1, and names every route once', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Lotse', version: expect.any(String) },
    });
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      Object.keys(routes).toSorted(),
    );
  });

  it.each(table)('of %s stands on its own feet', (name, entry) => {
    const operation = operationOf(entry);
    if (!operation) throw new Error(`${name} is not described`);
    expect(operation.summary.length).toBeGreaterThan(5);
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map((parameter) => parameter.name)).toEqual(
      [...pathOf(entry).matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter),
    );
    expect(Object.keys(operation.responses).toSorted()).toEqual([String(entry.status), 'default']);
    for (const reference of references(operation)) {
      expect(Object.keys(document.components.schemas)).toContain(
        reference.replace('#/components/schemas/', ''),
      );
    }
    for (const schema of schemasOf(operation)) expect(() => readAs(schema)).not.toThrow();
  });
});

describe('the page of the description', () => {
  it('names every route and every example, and needs nothing from anywhere', async () => {
    const page = await api.call('GET', '/api/docs');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*style-src 'sha256-/);
    for (const [name] of table) expect(page.text).toContain(`<details id="${name}">`);
    expect(page.text).toContain('&quot;vier Wörter sind gut&quot;');
    expect(page.text).toContain('Bearer &lt;token&gt;');
    expect(page.text).not.toMatch(/<script|<img|<link|https?:\/\//);
  });
});

describe('an example', () => {
  const withQuery = table.filter(([, { query }]) => query !== undefined);
  const withBody = table.filter(([, { body }]) => body !== undefined);

  it.each(withQuery)('of the query of %s is what the route takes and what is described', (_, entry) => {
    const { query = {} } = entry.examples ?? {};
    expect(Object.keys(query).length).toBeGreaterThan(0);
    expect(entry.query?.safeParse(query).error?.issues ?? []).toEqual([]);
    const described = operationOf(entry)?.parameters.filter(({ example }) => example !== undefined) ?? [];
    expect(Object.fromEntries(described.map(({ name, example }) => [name, example]))).toEqual(query);
  });

  it.each(withBody)('of the body of %s is what the route takes and what is described', (_, entry) => {
    const [content] = Object.values(operationOf(entry)?.requestBody?.content ?? {});
    const example = content?.example;
    expect(example).toBeDefined();
    expect(readAs(content?.schema ?? {}).safeParse(example).error?.issues ?? []).toEqual([]);
    const taken = entry.body && !('bytes' in entry.body) ? entry.body : z.string();
    expect(taken.safeParse(example).error?.issues ?? []).toEqual([]);
  });

  it('of an answer is what the route answers', () => {
    const answering = table.filter(([, { examples }]) => examples?.answer !== undefined);
    expect(answering.length).toBeGreaterThan(0);
    for (const [, { answer, examples }] of answering) expect(answer?.parse(examples?.answer)).toBeDefined();
  });
});

describe('a milestone', () => {
  const body = () => operationOf(routes.reachMilestone)?.requestBody?.content['application/json']?.schema;
  const takes = (value: object): boolean => readAs(body() ?? {}).safeParse(value).success;

  it('is described with the fields that the programme gives it', () => {
    const { oneOf } = body() as { oneOf: { title: string; properties: { milestone: { const: string } } }[] };
    const { milestones } = api.platform.programmes.current;
    expect(oneOf.map(({ properties }) => properties.milestone.const)).toEqual(
      milestones.map(({ key }) => key),
    );
    expect(oneOf.map(({ title }) => title)).toContain('Teilhabeplan vereinbart · Participation plan agreed');
  });

  it('fits its form and no other: fields that are missing, unknown or of another milestone do not', () => {
    expect(takes(plan)).toBe(true);
    expect(takes(consent('case_work'))).toBe(true);
    expect(takes({ ...plan, data: { ...plan.data, colour: 'red' } })).toBe(false);
    expect(takes({ ...plan, data: consent('case_work').data })).toBe(false);
    expect(takes({ ...plan, data: undefined })).toBe(false);
    expect(takes({ milestone: 'training_started', on: plan.on })).toBe(true);
    expect(takes({ milestone: 'moon_landing', on: plan.on })).toBe(false);
  });
});
