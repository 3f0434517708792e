import { ProgrammeError } from '../programmes/programme-error.js';
import { callBackTexts, isCallBackText } from './call-back.js';
import { forbiddenIn, type ForbiddenWords } from './forbidden-words.js';
import type { Message } from './message.js';
import type { TextTable } from '../../domain/programme/schema/text.js';
import type { TextFiles } from './text-files.js';
import type { Wording } from './texts.js';

/** Not every mail has a coach: only the texts that stand for a protected one are chosen by who can be called. */
const byWhoIsCalled: readonly string[] = ['coachFirstName', 'coachPhone', 'officePhone'];
const numbers: readonly string[] = ['phone', 'coachPhone', 'officePhone'];

type Entry = TextTable[number];

/**
 * Holds the texts of all languages against their table.
 * @throws ProgrammeError at the first thing that is wrong, with file and line
 */
export function checkTexts(
  files: TextFiles,
  languages: ReadonlyMap<string, ReadonlyMap<string, Wording>>,
): void {
  checkTable(files, languages.get('de'));
  for (const [language, wordings] of languages) {
    for (const [key, wording] of wordings) {
      const reason = faultOf(key, wording, language, files);
      if (reason)
        throw new ProgrammeError(`${files.languages.get(language)?.lineOf([key])}: "${key}" ${reason}`);
    }
  }
}

function checkTable({ table }: TextFiles, german: ReadonlyMap<string, Wording> | undefined): void {
  for (const [index, { key, exposure, values }] of table.value.entries()) {
    const refuse = (reason: string): never => {
      throw new ProgrammeError(`${table.lineOf([index])}: "${key}" ${reason}`);
    };
    if (!german?.has(key)) refuse('has no German wording; German is what every text falls back to');
    if (isCallBackText(key) && exposure !== 'open')
      refuse('stands for every protected text and must be open itself');
    const named = values.find((value) => byWhoIsCalled.includes(value));
    if (exposure === 'open' && !isCallBackText(key) && named)
      refuse(`is open and may go out without a coach: it says "phone", not "${named}"`);
  }
  for (const key of Object.values(callBackTexts)) {
    if (table.value.some((each) => each.key === key)) continue;
    throw new ProgrammeError(`${table.lineOf([])}: "${key}" is missing; it stands for every protected text`);
  }
}

/** What is wrong with a text in one language. */
function faultOf(key: string, wording: Wording, language: string, { table, forbidden }: TextFiles) {
  const entry = table.value.find((each) => each.key === key);
  if (!entry) return 'does not stand in texts.yaml';
  return faultOfValues(entry, wording) ?? faultOfExposure(entry, wording, language, forbidden.value);
}

const partsOf = ({ subject, body }: Wording): Message[] => (subject ? [subject, body] : [body]);

function faultOfValues({ values }: Entry, wording: Wording): string | undefined {
  const unlisted = partsOf(wording)
    .flatMap(({ valueNames }) => valueNames)
    .find((name) => !values.some((value) => value === name));
  return unlisted && `uses the value "${unlisted}", which texts.yaml does not list`;
}

function faultOfExposure(
  { exposure }: Entry,
  wording: Wording,
  language: string,
  forbidden: ForbiddenWords,
): string | undefined {
  if (exposure === 'protected') {
    return wording.subject && 'is protected, so a person tells it: it has no subject';
  }
  if (!wording.subject) return 'is open, so it is mailed: it needs a subject';
  if (!wording.body.valueNames.some((name) => numbers.includes(name)))
    return 'is open and names no number to call';
  if (!forbidden[language]) return `is open, and forbidden-words.yaml has no words in "${language}"`;
  const said = partsOf(wording)
    .map(({ words }) => forbiddenIn(words, language, forbidden))
    .find((word) => word !== undefined);
  return said && `is open and must not say "${said}"`;
}
