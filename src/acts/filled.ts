import type { Need } from '../../contract/pages/act.js';
import type { Body } from './draft.js';

/** A day on which nobody has recorded anything: what is tried with it repeats nothing. */
const longAgo = '1900-01-01';
const farAhead = '2040-12-31';

/** A body completed by what its needs are preset with, or by anything that fits where nothing is. */
export function filled(body: Body, needs: readonly Need[]): Body {
  const whole = { ...body };
  for (const need of needs) {
    const value = need.required ? anyValue(need) : need.preset;
    if (value !== undefined) put(whole, pathOf(need), value);
  }
  return whole;
}

/** Makes bodies with one or another of a need's options chosen; the given one stays as it is. */
export function choosing(body: Body, need: Need): (option: string) => Body {
  const path = pathOf(need);
  return (option) => {
    const whole = { ...body };
    put(whole, path, need.kind === 'choices' ? [option] : option);
    return whole;
  };
}

const pathOf = ({ pointer }: Need): string[] => pointer.split('/').slice(1);

function anyValue({ kind, options, preset, earliest, latest }: Need): unknown {
  const [first] = options ?? [];
  switch (kind) {
    case 'day':
      // what has happened is told of any day up to one; what is to come has another limit, or none
      return latest !== undefined && earliest === undefined ? longAgo : (preset ?? latest ?? farAhead);
    case 'choice':
      return preset ?? first?.value;
    case 'choices':
      return preset ?? (first && [first.value]);
    case 'lines':
      return preset ?? ['…'];
    case 'number':
      return preset ?? 1;
    case 'flag':
      return preset ?? false;
    case 'text':
    case 'note':
      return preset ?? '…';
  }
}

/** Objects on the way are copied: whoever gave the body keeps it as it was. */
function put(into: Body, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const below = { ...(into[name] as Body | undefined) };
  into[name] = below;
  put(below, rest, value);
}
