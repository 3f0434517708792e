import type { Act, Need } from '../../contract/pages/act.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';

type Body = Record<string, unknown>;

/**
 * Bodies as people would send them: with what is preset or comes first, with everything filled in, and once with each
 * option of what has to be chosen.
 */
export function bodiesOf({ body, needs }: Act, today: Day): Body[] {
  const required = needs.filter((need) => need.required);
  const plain = completed(body, required, today);
  const each = required.flatMap((need) =>
    (need.options ?? []).map(({ value }) =>
      put(plain, need.pointer, need.kind === 'choices' ? [value] : value),
    ),
  );
  return [plain, completed(body, needs, today), ...each];
}

const completed = (body: Body, needs: readonly Need[], today: Day): Body =>
  needs.reduce((whole, need) => put(whole, need.pointer, need.preset ?? anyValue(need, today)), body);

function anyValue({ kind, pointer, options, latest }: Need, today: Day): unknown {
  const values = options?.map(({ value }) => value) ?? [];
  switch (kind) {
    case 'day':
      return latest ?? addDays(today, 200);
    case 'choice':
      return values[0];
    case 'choices':
      return values;
    case 'text':
      return texts[pointer] ?? 'Ein Wort';
    case 'note':
      return 'Eine Notiz\nmit zwei Zeilen';
    case 'lines':
      return ['Eine Zeile', 'Noch eine'];
    case 'number':
      return 3;
    case 'flag':
      return true;
  }
}

/** Texts that have a form of their own. */
const texts: Readonly<Record<string, string>> = {
  '/phone': '+49 2402 1234',
  '/email': 'merhawi@example.org',
  '/nationality': 'ER',
};

/** A body with a value at a pointer. */
export function put(body: Body, pointer: string, value: unknown): Body {
  const [, name = '', rest] = /^\/([^/]+)(\/.*)?$/.exec(pointer) ?? [];
  const below = rest === undefined ? value : put((body[name] ?? {}) as Body, rest, value);
  return { ...body, [name]: below };
}
