import { ProgrammeError } from '../programmes/programme-error.js';
import type { Yaml } from '../programmes/read-yaml.js';
import { checkTexts } from './check-texts.js';
import { Message } from './message.js';
import { readTextFiles, type Wordings } from './text-files.js';
import { Texts, type Wording } from './texts.js';

/**
 * Reads and checks the texts of a programme's folder: each exists in German, no open one says a word that
 * must not stand on a lock screen.
 * @throws ProgrammeError at the first thing that is wrong
 */
export async function readTexts(folder: URL): Promise<Texts> {
  const files = await readTextFiles(folder);
  const languages = new Map(
    [...files.languages].map(([language, file]) => [language, compiled(language, file)]),
  );
  checkTexts(files, languages);
  return new Texts(files.table.value, languages);
}

function compiled(language: string, { value, lineOf }: Yaml<Wordings>): ReadonlyMap<string, Wording> {
  const message = (key: string, part: 'subject' | 'text', source: string): Message => {
    try {
      return new Message(source, language);
    } catch (error) {
      throw new ProgrammeError(`${lineOf([key, part])}: "${key}" is no MessageFormat: ${String(error)}`);
    }
  };
  return new Map(
    Object.entries(value).map(([key, { version, reviewed, subject, text }]) => [
      key,
      {
        version,
        reviewed,
        subject: subject === undefined ? undefined : message(key, 'subject', subject),
        body: message(key, 'text', text),
      },
    ]),
  );
}
