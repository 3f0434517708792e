import { readdir, readFile } from 'node:fs/promises';
import { IntlMessageFormat } from 'intl-messageformat';
import { parse } from 'yaml';
import { z } from 'zod';
import { ProgrammeError } from '../programmes/yaml-file.js';

const textFile = z.record(
  z.string(),
  z.strictObject({
    exposure: z.enum(['open', 'protected']),
    subject: z.string().optional(),
    text: z.string(),
  }),
);
type TextFile = z.infer<typeof textFile>;

/** A text as somebody reads it. */
export interface RenderedText {
  language: string;
  subject: string;
  body: string;
}

/** Days in the Gregorian calendar with Latin digits, whatever the language's own default is. */
const localeOf = (language: string): string => `${language}-u-ca-gregory-nu-latn`;

/** The texts of a programme, per language. */
export class Texts {
  private constructor(private readonly languages: ReadonlyMap<string, TextFile>) {}

  /** Reads `texts/<language>.yaml` of a programme's folder. Throws ProgrammeError where a file is not as it must be. */
  static async read(folder: URL): Promise<Texts> {
    const languages = new Map<string, TextFile>();
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()) {
      const checked = textFile.safeParse(parse(await readFile(new URL(name, folder), 'utf8')));
      if (!checked.success)
        throw new ProgrammeError(`texts/${name}: ${checked.error.issues[0]?.message ?? 'invalid'}`);
      languages.set(name.replace('.yaml', ''), checked.data);
    }
    if (!languages.has('de'))
      throw new ProgrammeError('texts/: there is no de.yaml; German is what every text falls back to');
    return new Texts(languages);
  }

  /** The first of the languages in which a text exists, else German. */
  languageOf(key: string, languages: readonly string[]): string {
    return languages.find((language) => this.languages.get(language)?.[key]) ?? 'de';
  }

  /**
   * Renders a text in the first of the languages in which it exists, else in German.
   * @param values names and numbers as they are; days as `Date` at noon UTC
   */
  render(key: string, languages: readonly string[], values: Record<string, string | Date>): RenderedText {
    const language = this.languageOf(key, languages);
    const text = this.languages.get(language)?.[key];
    if (!text) throw new ProgrammeError(`texts/de.yaml: there is no text "${key}"`);
    const format = (message: string): string =>
      String(messageFormat(message, language).format(values)).trim();
    return { language, subject: format(text.subject ?? ''), body: format(text.text) };
  }
}

/** Days are rendered in UTC, where they were put: the machine's own zone must not move them. */
function messageFormat(message: string, language: string): IntlMessageFormat {
  return new IntlMessageFormat(message, localeOf(language), undefined, {
    formatters: {
      getNumberFormat: (locales, options) => new Intl.NumberFormat(locales, options),
      getDateTimeFormat: (locales, options) =>
        new Intl.DateTimeFormat(locales, { ...options, timeZone: 'UTC' }),
      getPluralRules: (locales, options) => new Intl.PluralRules(locales, options),
    },
  });
}
