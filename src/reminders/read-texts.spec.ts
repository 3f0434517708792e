import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readProgramme } from '../programmes/read-programme.js';
import { readTexts } from './read-texts.js';

const installed = fileURLToPath(new URL('../../programmes/durchstarten/', import.meta.url));

let dir: string;
let folder: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lotse-texts-'));
  folder = join(dir, 'programmes', 'durchstarten');
  cpSync(installed, folder, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Reads the programme after one file was changed; gives what stands against it. */
async function faultAfter(file: string, change: (text: string) => string): Promise<string> {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  const url = pathToFileURL(`${folder}/`);
  try {
    await readProgramme(url);
    await readTexts(url);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
  }
  return 'nothing stands against it';
}

/** Takes a text with its lines out of a file. */
const without = (key: string) => (text: string) => text.replace(new RegExp(`^${key}:\n( .*\n)+`, 'm'), '');
const replaced = (from: string, to: string) => (text: string) => text.replace(from, to);

/** One mistake in one file, and the one line in which it is told. */
const mistakes: [string, string, (text: string) => string, RegExp][] = [
  [
    'a rule that reminds of a text which the table does not know',
    'deadlines.yaml',
    replaced('text: training_start', 'text: trainingstart'),
    /^ProgrammeError: programmes\/durchstarten\/deadlines.yaml:\d+: deadlines.7.reminders.0: reminds the participant of "trainingstart", which does not stand in texts.yaml$/,
  ],
  [
    'a rule that reminds the participant without a text',
    'deadlines.yaml',
    replaced(', text: probation_end', ''),
    /deadlines.yaml:\d+: deadlines.8.reminders.2: reminds the participant without a text$/,
  ],
  [
    'a text that has no German wording',
    'texts/de.yaml',
    without('document_expiring'),
    /^ProgrammeError: programmes\/durchstarten\/texts.yaml:\d+: "document_expiring" has no German wording; German is what every text falls back to$/,
  ],
  [
    'a wording of a text that the table does not know',
    'texts/so.yaml',
    replaced('neutral_callback:', 'neutral_call_back:'),
    /^ProgrammeError: programmes\/durchstarten\/texts\/so.yaml:3: "neutral_call_back" does not stand in texts.yaml$/,
  ],
  [
    'a value that the table does not list',
    'texts/tr.yaml',
    replaced('{firstName}', '{lastName}'),
    /texts\/tr.yaml:\d+: "neutral_callback" uses the value "lastName", which texts.yaml does not list$/,
  ],
  [
    'a value that the table does not list in a choice that is rarely made',
    'texts/de.yaml',
    replaced('Das sind noch # Tage.', 'Das sind {dueDate, date, ::dM}.'),
    /texts\/de.yaml:\d+: "document_expiring" uses the value "dueDate", which texts.yaml does not list$/,
  ],
  [
    'a value that nobody gives',
    'texts.yaml',
    replaced('validUntil, days', 'validTo, days'),
    /^ProgrammeError: programmes\/durchstarten\/texts.yaml:\d+: texts.4.values.0: Invalid option/,
  ],
  [
    'what is no MessageFormat',
    'texts/uk.yaml',
    replaced('{firstName}', '{firstName'),
    /texts\/uk.yaml:\d+: "neutral_callback" is no MessageFormat: SyntaxError: \w+$/,
  ],
  [
    'a forbidden word in an open text, in a choice',
    'texts/de.yaml',
    replaced('Es ist wichtig.', 'Es geht um den Pass.'),
    /texts\/de.yaml:\d+: "neutral_callback" is open and must not say "pass"$/,
  ],
  [
    'a forbidden word in the subject of an open text',
    'texts/fr.yaml',
    replaced('Merci de nous contacter', 'Votre titre de séjour'),
    /texts\/fr.yaml:\d+: "neutral_callback" is open and must not say "titre"$/,
  ],
  [
    'a German forbidden word that nobody translates, in another language',
    'texts/ar.yaml',
    replaced('الأمر مهم.', 'Duldung.'),
    /texts\/ar.yaml:\d+: "neutral_callback" is open and must not say "duldung"$/,
  ],
  [
    'a protected text that is made open',
    'texts.yaml',
    (text) => text.replace(/(key: document_expiring,\s+exposure:) protected/, '$1 open'),
    /texts.yaml:\d+: "document_expiring" is open and may go out without a coach: it says "phone", not "coachFirstName"$/,
  ],
  [
    'an open text without a subject',
    'texts/en.yaml',
    replaced('  subject: Your training starts soon\n', ''),
    /texts\/en.yaml:\d+: "training_start" is open, so it is mailed: it needs a subject$/,
  ],
  [
    'an open text without a number to call',
    'texts/en.yaml',
    replaced('Then please call: {phone}.', 'Then please call.'),
    /texts\/en.yaml:\d+: "training_start" is open and names no number to call$/,
  ],
  [
    'a protected text with a subject',
    'texts/de.yaml',
    replaced('document_expiring:\n', 'document_expiring:\n  subject: Ihr Papier\n'),
    /texts\/de.yaml:\d+: "document_expiring" is protected, so a person tells it: it has no subject$/,
  ],
  [
    'a language without forbidden words',
    'forbidden-words.yaml',
    replaced('\nti:', '\ntir:'),
    /texts\/ti.yaml:\d+: "neutral_callback" is open, and forbidden-words.yaml has no words in "ti"$/,
  ],
  [
    'that nothing stands for the protected texts',
    'texts.yaml',
    (text) => text.replace(/^- .*neutral_callback_office.*\n/m, ''),
    /texts.yaml:1: "neutral_callback_office" is missing; it stands for every protected text$/,
  ],
  [
    'a call back that is protected itself',
    'texts.yaml',
    replaced('neutral_callback, exposure: open', 'neutral_callback, exposure: protected'),
    /texts.yaml:\d+: "neutral_callback" stands for every protected text and must be open itself$/,
  ],
  [
    'a text that stands there twice',
    'texts.yaml',
    (text) => `${text}- { key: neutral_callback, exposure: open, values: [] }\n`,
    /texts.yaml:\d+: texts.11.key: "neutral_callback" stands here a second time$/,
  ],
  [
    'YAML that is none',
    'texts/kmr.yaml',
    replaced('version: 1', 'version: "1'),
    /^ProgrammeError: programmes\/durchstarten\/texts\/kmr.yaml:\d+: \S/,
  ],
];

describe('the texts of a programme', () => {
  it.each(mistakes)('refuse %s', async (_, file, change, told) => {
    const fault = await faultAfter(file, change);
    expect(fault).toMatch(told);
    expect(fault.trim().split('\n')).toHaveLength(1);
  });

  it('refuse to be read without German, or without their table', async () => {
    rmSync(join(folder, 'texts', 'de.yaml'));
    expect(await faultAfter('texts/en.yaml', (text) => `${text}\n`)).toMatch(
      /^ProgrammeError: texts\/: there is no de/,
    );
    cpSync(join(installed, 'texts', 'de.yaml'), join(folder, 'texts', 'de.yaml'));
    rmSync(join(folder, 'texts.yaml'));
    expect(await faultAfter('texts/en.yaml', (text) => `${text}\n`)).toMatch(
      /^ProgrammeError: programmes\/durchstarten\/texts.yaml: can't be read \(ENOENT\)$/,
    );
  });

  it('may lack a text in a language: readers get the next one', async () => {
    expect(await faultAfter('texts/ti.yaml', without('neutral_callback_office'))).toBe(
      'nothing stands against it',
    );
  });
});
