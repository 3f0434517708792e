import { remembered } from '../../domain/remembered.js';
import { directionOf, type Direction } from './direction.js';
import { plainOf, type Message, type Part } from './message.js';
import type { TextTable } from '../../domain/programme/schema/text.js';
import type { Values } from './values.js';

/** A text in one language. */
export interface Wording {
  version: number;
  reviewed: boolean;
  /** Absent where a person tells it. */
  subject: Message | undefined;
  body: Message;
}

/** Which wording of a text somebody is given. */
export interface TextEdition {
  language: string;
  version: number;
  /** Whether a speaker of the language has read it. */
  reviewed: boolean;
}

/** A text as somebody reads it. */
export interface RenderedText extends TextEdition {
  key: string;
  direction: Direction;
  subject: string;
  body: Part[];
}

/** The texts of a programme, per language. */
export class Texts {
  private readonly directionOf = remembered(directionOf);

  constructor(
    private readonly table: TextTable,
    private readonly languages: ReadonlyMap<string, ReadonlyMap<string, Wording>>,
  ) {}

  /** The languages in which there are texts. */
  get writtenIn(): readonly string[] {
    return [...this.languages.keys()];
  }

  /** Whether it may stand on a lock screen; a text that this version of the programme does not know may not. */
  isOpen(key: string): boolean {
    return this.table.some((text) => text.key === key && text.exposure === 'open');
  }

  /** The first of the languages in which a text exists, else German. */
  languageOf(key: string, languages: readonly string[]): string {
    return languages.find((language) => this.languages.get(language)?.has(key)) ?? 'de';
  }

  /** The wording that a reader of these languages is given; `undefined` where the programme has no such text. */
  editionFor(key: string, languages: readonly string[]): TextEdition | undefined {
    const language = this.languageOf(key, languages);
    const wording = this.languages.get(language)?.get(key);
    return wording && { language, version: wording.version, reviewed: wording.reviewed };
  }

  /**
   * Renders a text in the first of the languages in which it exists, else in German.
   * @param values what is known; a gap is shown for what is not
   * @returns `undefined` for a text that this version of the programme does not know
   */
  render(key: string, languages: readonly string[], values: Values): RenderedText | undefined {
    const edition = this.editionFor(key, languages);
    const wording = edition && this.languages.get(edition.language)?.get(key);
    if (!wording) return undefined;
    const { subject, body } = wording;
    return {
      ...edition,
      key,
      direction: this.directionOf(edition.language),
      subject: plainOf(subject?.render(values) ?? []),
      body: body.render(values),
    };
  }
}
