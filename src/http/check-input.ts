import { z } from 'zod';
import type { FieldError } from '../../contract/problem.js';
import { id } from '../../contract/routes/fields.js';
import type { InputOf, RouteEntry } from '../../contract/routes/route.js';
import { fieldErrors } from './field-errors.js';
import { parseJson, requireContentType, unstorable } from './parse-body.js';
import { invalidInput, notFound } from './problems.js';
import { readBytes } from './read-body.js';
import type { LotseRequest } from './request.js';

/** What a body may hold where a route says nothing else, in bytes: 1 MiB. */
export const BODY_LIMIT = 1024 * 1024;

const everyIdIsAUuid = z.record(z.string(), id);
const noQuery = z.strictObject({});
const noHeaders = z.object({});
const writeHeaders = z.object({
  // a proxy that compresses turns "7" into W/"7"; it is the same version of the journey
  'if-match': z
    .string()
    .regex(/^(W\/)?"\d{1,15}"$/)
    .transform((value) => Number(value.replace(/\D/g, '')))
    .optional(),
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional(),
});

/**
 * Checks everything a caller sent against the route's entry and names every bad field at once.
 * @param permit asked once the path fits and the body is read, before any field is judged
 * @throws Problem 400, 404 (a path that fits no id), 413, 415 or 422, and what `permit` throws
 */
export async function checkedInput(
  entry: RouteEntry,
  request: LotseRequest,
  permit: (body: unknown) => Promise<void>,
): Promise<InputOf<RouteEntry>> {
  const params = (entry.params ?? everyIdIsAUuid).safeParse(request.params);
  if (!params.success || unstorable(params.data, []).length > 0) throw notFound();

  const body = await bodyOf(entry, request);
  await permit(body);
  const errors: FieldError[] = [];
  const read = <T>(schema: z.ZodType<T>, value: unknown, place?: 'query' | 'header'): T | undefined => {
    const result = schema.safeParse(value);
    const found = result.success ? [] : fieldErrors(result.error.issues, value);
    if (place) found.push(...unstorable(value, []));
    errors.push(...found.map((error) => (place ? { ...error, in: place } : error)));
    return result.data;
  };
  const query = read(entry.query ?? noQuery, request.query, 'query');
  const { headers: expected = noHeaders } = entry;
  const headers = read(expected, headersOf(request, expected), 'header');
  const ofWrite =
    entry.method === 'GET' ? {} : read(writeHeaders, headersOf(request, writeHeaders), 'header');
  const checkedBody = isSchema(entry.body) ? read(entry.body, body) : body;
  if (errors.length > 0) throw invalidInput(errors);

  const { 'if-match': ifMatch, 'idempotency-key': idempotencyKey } = ofWrite ?? {};
  return {
    params: params.data as InputOf<RouteEntry>['params'],
    query: query as InputOf<RouteEntry>['query'],
    headers: headers as InputOf<RouteEntry>['headers'],
    body: checkedBody,
    ...(ifMatch !== undefined && { ifMatch }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  };
}

const isSchema = (body: RouteEntry['body']): body is z.ZodType => body !== undefined && !('bytes' in body);

const headersOf = ({ headers }: LotseRequest, { shape }: z.ZodObject) =>
  Object.fromEntries(Object.keys(shape).map((name) => [name, headers[name]]));

async function bodyOf({ body, bodyLimit = BODY_LIMIT }: RouteEntry, request: LotseRequest): Promise<unknown> {
  if (!body) return undefined; // what nobody asked for is not even read
  const bytes = await readBytes(request.raw, bodyLimit);
  if (isSchema(body)) {
    if (bytes.length === 0) return undefined;
    requireContentType(request.headers, ['application/json']);
    return parseJson(bytes);
  }
  requireContentType(request.headers, body.bytes);
  return bytes;
}
