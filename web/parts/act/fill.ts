import type { Act, Need } from '../../../contract/pages/act.js';

export type Value = string | number | boolean | string[] | undefined;
/** What a form is made from: an act, or the same for many. */
export type Form = Pick<Act, 'body' | 'needs'>;
export type Values = Readonly<Record<string, Value>>;

/** What the fields hold before anybody types. */
export const presetsOf = ({ needs }: Form): Values =>
  Object.fromEntries(needs.map(({ pointer, preset }) => [pointer, preset]));

/** Whether a field says anything. */
export const isFilled = (value: Value): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Required fields that say nothing. */
export const unfilled = ({ needs }: Form, values: Values): Need[] =>
  needs.filter(({ pointer, required }) => required && !isFilled(values[pointer]));

/**
 * The body of an act with its fields put in, where RFC 6901 pointers say. What was left empty is left out.
 * @param onlyChanged leaves out what still is as it was preset: for acts that change what is there
 */
export function fill(act: Form, values: Values, onlyChanged = false): Record<string, unknown> {
  const body = structuredClone(act.body);
  for (const { pointer, preset } of act.needs) {
    const value = values[pointer];
    if (!isFilled(value) || (onlyChanged && same(value, preset))) continue;
    put(body, pointer.slice(1).split('/'), value);
  }
  return body;
}

export const same = (a: Value, b: Value): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function put(into: Record<string, unknown>, [key = '', ...rest]: string[], value: Value): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  into[key] ??= {};
  put(into[key] as Record<string, unknown>, rest, value);
}
