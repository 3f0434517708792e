import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { deadlinesFile, mainFile, stuckFile } from '../../domain/programme/schema/programme.js';

/** With `UPDATE_SCHEMAS=1` the files are written anew, instead of compared. */
const update = process.env['UPDATE_SCHEMAS'] === '1';
const folder = new URL('../../programmes/', import.meta.url);

describe('the JSON Schema that an editor uses', () => {
  it.each([
    ['programme', mainFile],
    ['deadlines', deadlinesFile],
    ['stuck', stuckFile],
  ])(
    'for %s.yaml says what is checked at start (else: UPDATE_SCHEMAS=1 npm run jest -- test/programme)',
    async (name, schema) => {
      const wanted = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
      const file = new URL(`${name}.schema.json`, folder);
      if (update) await writeFile(file, wanted);
      expect(await readFile(file, 'utf8')).toBe(wanted);
    },
  );

  it.each(['programme', 'deadlines', 'stuck'])('is named at the top of %s.yaml', async (name) => {
    const yaml = await readFile(new URL(`durchstarten/${name}.yaml`, folder), 'utf8');
    expect(yaml.split('\n')[0]).toBe(`# yaml-language-server: $schema=../${name}.schema.json`);
  });
});
