import { describe, expect, it } from '@jest/globals';
import { countedFamilies } from '../../src/metrics/counters.js';
import { textOf } from './container-files.js';

const named = (path: string): string[] => [...new Set(textOf(path).match(/\blotse_[a-z_]+\b/g) ?? [])];

const shown = [
  ...Object.keys(countedFamilies),
  ...['figures', 'metrics', 'open-writes', 'reconciliation-metrics'].flatMap((file) =>
    named(`src/metrics/${file}.ts`),
  ),
];

describe('the page on what to watch', () => {
  it('says of every figure what it usually is and what to do, and of no other', () => {
    expect(named('docs/operating.md').sort()).toEqual([...new Set(shown)].sort());
  });
});
