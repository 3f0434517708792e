import { describe, expect, it } from '@jest/globals';
import { variables, type Variable } from '../../src/config/variables.js';
import { textOf } from './container-files.js';

const page = textOf('docs/configuration.md');
const rows = [...page.matchAll(/^\| `(\w+)` +\| (.*?) +\|/gm)].map(
  ([, name = '', said = '']) => [name, said] as const,
);
const known: Record<string, Variable<unknown>> = variables;

describe('the page on the configuration', () => {
  it('names every variable that an operator sets, and no other', () => {
    const settable = Object.keys(known).filter((name) => known[name]?.internal !== true);
    const named = page.match(/\b(?:LOTSE|DATABASE|TEMPORAL|SMTP|NODE|OTEL)_[A-Z_]*[A-Z]\b/g) ?? [];
    expect([...new Set(named)].sort()).toEqual(settable.sort());
  });

  it.each(rows.filter(([name]) => known[name]?.default !== undefined))(
    'says the default of %s',
    (name, said) => {
      expect(said).toBe(`\`${known[name]?.default}\``);
    },
  );
});
