import type { FieldError } from '../../contract/problem.js';
import { pointerTo } from './pointer.js';
import { malformedJson, invalidInput, unsupportedContentType } from './problems.js';

/** Reads JSON in UTF-8; anything else is a 400, a text that no database can store a 422. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw malformedJson(); // the parser's own message quotes the body
  }
  if (/\\u(0000|d[89a-f])/i.test(text)) {
    const errors = unstorable(value, []);
    if (errors.length > 0) throw invalidInput(errors);
  }
  return value;
}

/** Refuses a body of another media type, or a compressed one. */
export function requireContentType(headers: { [name: string]: unknown }, expected: readonly string[]): void {
  const found =
    String(headers['content-type'] ?? '')
      .split(';', 1)[0]
      ?.trim()
      .toLowerCase() ?? '';
  const encoding = String(headers['content-encoding'] ?? 'identity');
  if (encoding !== 'identity') throw unsupportedContentType('a compressed body', expected);
  if (!expected.includes(found)) throw unsupportedContentType(found, expected);
}

/** PostgreSQL takes neither NUL nor half a surrogate pair; both can be written in JSON. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/** Every text in a value that can't be stored. */
export function unstorable(value: unknown, path: readonly PropertyKey[]): FieldError[] {
  if (typeof value === 'string') {
    if (!UNSTORABLE.test(value)) return [];
    const message = 'found a character that can not be stored (NUL or half a surrogate pair), expected text';
    return [{ pointer: pointerTo(path), code: 'invalid-characters', message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, [...path, key]));
}
