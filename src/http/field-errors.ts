import type { z } from 'zod';
import type { FieldError } from '../../contract/problem.js';
import { pointerTo, shapeOf, valueAt } from './pointer.js';

type Issue = z.core.$ZodIssue;

/**
 * zod's issues as the contract's field errors: one for every bad field, with a code that stays when zod's
 * words change, and with the shape of what was found, never the value.
 */
export function fieldErrors(
  issues: readonly Issue[],
  input: unknown,
  at: readonly PropertyKey[] = [],
): FieldError[] {
  const errors = issues.flatMap((issue) => errorsOf(issue, input, [...at, ...issue.path]));
  // what has the wrong form fails the finer checks as well: the first complaint is the one that helps
  return errors.filter(({ pointer }, at) => errors.findIndex((each) => each.pointer === pointer) === at);
}

function errorsOf(issue: Issue, input: unknown, path: readonly PropertyKey[]): FieldError[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...path, key]));
  if (issue.code === 'invalid_key') return [unknownField(path)];
  const value = valueAt(input, path);
  if (issue.code === 'invalid_union') {
    const meant = formThatWasMeant(issue.errors);
    if (meant) return fieldErrors(meant, input, path);
  }
  const { code, expected } = value === undefined ? { code: 'required', expected: 'a value' } : judge(issue);
  return [{ pointer: pointerTo(path), code, message: `found ${shapeOf(value)}, expected ${expected}` }];
}

const unknownField = (path: readonly PropertyKey[]): FieldError => ({
  pointer: pointerTo(path),
  code: 'unknown-field',
  message: 'found a field that is not known here, expected none of this name',
});

/** Of several allowed forms the one whose outer type fits: only its errors help. */
function formThatWasMeant(forms: readonly Issue[][]): Issue[] | undefined {
  const fitting = forms.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

interface Judgement {
  code: string;
  expected: string;
}

function judge(issue: Issue): Judgement {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', expected: TYPES[issue.expected] ?? `a value of type ${issue.expected}` };
    case 'too_big':
      return size(issue.origin, 'too-long', 'too-large', `at most ${issue.maximum}`);
    case 'too_small':
      return size(issue.origin, 'too-short', 'too-small', `at least ${issue.minimum}`);
    case 'invalid_format':
      return (
        FORMATS[issue.format] ?? { code: 'invalid-format', expected: 'the form that the documentation names' }
      );
    case 'invalid_value':
      return { code: 'invalid-value', expected: `one of ${issue.values.map(String).join(', ')}` };
    case 'custom':
      return { code: String(issue.params?.['code'] ?? 'invalid-value'), expected: sentence(issue.message) };
    default:
      return { code: 'invalid-value', expected: 'one of the forms that the documentation names' };
  }
}

/** A refinement says what it expects in its own message. */
const sentence = (message: string) => message.replace(/^expected /, '');

function size(origin: string, long: string, large: string, amount: string): Judgement {
  if (origin === 'string') return { code: long, expected: `${amount} characters` };
  if (origin === 'array' || origin === 'set') return { code: long, expected: `${amount} entries` };
  return { code: large, expected: amount };
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const FORMATS: Readonly<Record<string, Judgement>> = {
  date: { code: 'invalid-date', expected: 'a calendar day YYYY-MM-DD that exists' },
  datetime: { code: 'invalid-instant', expected: 'an instant such as 2026-11-23T07:30:00+01:00' },
  email: { code: 'malformed-email', expected: 'an e-mail address' },
  uuid: { code: 'invalid-id', expected: 'a UUID' },
};
