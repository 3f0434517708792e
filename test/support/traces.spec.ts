import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { tracesIn } from './traces.js';

const dir = mkdtempSync(join(tmpdir(), 'lotse-traces-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the search for traces of a person', () => {
  const value = 'Kanarienvogel Ö';
  const forms: Record<string, string | Buffer> = {
    'UTF-8': value,
    'UTF-16': Buffer.from(`x${value}`, 'utf16le'),
    hex: Buffer.from(`before ${value} after`).toString('hex'),
    'base64 at one alignment': Buffer.from(`a${value}zz`).toString('base64'),
    'base64 at another': Buffer.from(`ab${value}`).toString('base64'),
    'base64 at the third': Buffer.from(`abc${value} and more`).toString('base64'),
  };
  it.each(Object.keys(forms))('finds it in %s', async (form) => {
    writeFileSync(join(dir, 'file'), forms[form] ?? '');
    expect(await tracesIn(dir, [value])).toEqual([`${join(dir, 'file')}: ${value}`]);
  });

  it('finds nothing where there is nothing', async () => {
    writeFileSync(join(dir, 'file'), 'Nachtigall');
    expect(await tracesIn(dir, [value])).toEqual([]);
  });
});
