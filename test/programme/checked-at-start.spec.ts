import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readProgramme } from '../../src/programmes/read-programme.js';
import { ProgrammeError } from '../../src/programmes/programme-error.js';

const installed = new URL('../../programmes/durchstarten/', import.meta.url);
let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'lotse-programme-'));
  await cp(installed, join(parent, 'durchstarten'), { recursive: true });
});
afterEach(() => rm(parent, { recursive: true }));

/** What the start says when a file is changed so; `found` must stand in it. */
async function saidWith(file: string, found: string, instead: string): Promise<string> {
  const path = join(parent, 'durchstarten', `${file}.yaml`);
  const before = await readFile(path, 'utf8');
  expect(before).toContain(found);
  await writeFile(path, before.replace(found, instead));
  try {
    await readProgramme(pathToFileURL(`${join(parent, 'durchstarten')}/`));
  } catch (error) {
    if (error instanceof ProgrammeError) return error.message;
    throw error;
  }
  return 'nothing is wrong';
}

/** The line of a file on which a text begins to stand. */
const lineOf = async (file: string, text: string): Promise<number> =>
  (await readFile(new URL(`${file}.yaml`, installed), 'utf8')).split(text)[0]?.split('\n').length ?? 0;

describe('a programme’s definition', () => {
  it('is fit for use as it is installed', async () => {
    const { programme } = await readProgramme(pathToFileURL(`${join(parent, 'durchstarten')}/`));
    expect(programme.deadlines.map(({ key }) => key)).toContain('residence_document_expiry');
  });

  it.each([
    ['deadlines', 'roll: none', 'roll: forwards', 'roll'],
    ['deadlines', 'at: [-8w, -6w', 'at: [8 weeks, -6w', 'an offset such as -8w'],
    [
      'deadlines',
      'compute: { fn: inclusiveEnd, years: 27 }',
      'compute: { fn: inclusiveEnd }',
      'exactly one of months, years',
    ],
    ['deadlines', 'anchor: person.bornOn', 'anchor: person.birthday', 'there is no anchor "person.birthday"'],
    [
      'deadlines',
      '{ milestone: plan_reviewed }',
      '{ milestone: plan_revised }',
      'there is no milestone "plan_revised"',
    ],
    [
      'deadlines',
      'monthsFrom: training.probationMonths',
      'monthsFrom: training.months',
      'there is no anchor "training.months"',
    ],
    [
      'deadlines',
      '- key: fiction_certificate_expiry',
      '- key: residence_document_expiry',
      'stands here a second time',
    ],
    ['programme', 'requires: [assessed]', 'requires: [asessed]', 'there is no requirement "asessed"'],
    ['programme', 'moves: { to: planned }', 'moves: { to: plannd }', 'there is no phase "plannd"'],
    ['programme', 'field: startsOn }', 'field: begins }', 'has no field "begins"'],
    ['programme', 'ageFrom: 18', 'ageFrom: eighteen', 'ageFrom'],
    ['stuck', 'severity: 3', 'severity: 4', 'severity'],
    [
      'stuck',
      'untilVerified: departure_deadline',
      'untilVerified: departure',
      'there is no deadline "departure"',
    ],
    ['stuck', 'unless: [{ milestone: needs_assessed }]', 'unless: [{ millstone: needs_assessed }]', 'unless'],
  ])(
    'with a mistake in %s.yaml (%s → %s) stops the start with file, line and reason',
    async (file, found, instead, reason) => {
      const message = await saidWith(file, found, instead);
      expect(message).toContain(reason);
      expect(message.split('\n')).toHaveLength(1);
      const place = new RegExp(`durchstarten/${file}\\.yaml:(\\d+): `).exec(message);
      const away = Math.abs(Number(place?.[1]) - (await lineOf(file, found)));
      expect({ message, isNear: away <= 6 }).toEqual({ message, isNear: true });
    },
  );

  it('that is no YAML is told with its line', async () => {
    expect(await saidWith('stuck', 'class: case', 'class: [case')).toMatch(
      /^\S*durchstarten\/stuck\.yaml:\d+: /,
    );
  });
});
