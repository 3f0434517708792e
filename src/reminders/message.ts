import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { valueNames } from '../../domain/programme/schema/text.js';
import { makeOnce } from '../make-once.js';
import { directionOf } from './direction.js';
import type { Phone, Value, Values } from './values.js';

/** A piece of a rendered text: words, or a number that can be called. */
export type Part = string | Phone;

/** A rendered text as it is read. */
export const plainOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.phone)).join('');

/** What stands where a value is not known. */
const gap = '…';

/** One text in ICU MessageFormat, in one language. */
export class Message {
  private readonly format: IntlMessageFormat;
  private readonly isRightToLeft: boolean;

  /** @throws SyntaxError where it is no MessageFormat */
  constructor(source: string, language: string) {
    // Days in the Gregorian calendar with Latin digits, whatever the language's own default is.
    const locale = `${language}-u-ca-gregory-nu-latn`;
    this.format = new IntlMessageFormat(source.trim(), locale, undefined, { formatters, ignoreTag: true });
    this.isRightToLeft = directionOf(language) === 'rtl';
  }

  /** The names of the values that it uses. */
  get valueNames(): string[] {
    const names = nodesOf(this.format.getAst()).flatMap((node) => (isValue(node) ? [node.value] : []));
    return [...new Set(names)];
  }

  /** Its own words, those of every choice too. */
  get words(): string {
    return nodesOf(this.format.getAst())
      .flatMap((node) => (isWords(node) ? [node.value] : []))
      .join(' ');
  }

  /** Renders it; what is not known is shown as a gap. */
  render(values: Values): Part[] {
    const all = valueNames.map((name): [string, Value] => {
      const value = values[name] ?? gap;
      return [name, this.isRightToLeft || isWrittenFromRight(value) ? isolated(value) : value];
    });
    return this.format.formatToParts<Phone>(Object.fromEntries(all)).map(({ value }) => value);
  }
}

/** A name in Arabic or Hebrew script, whatever the language of the text. */
const isWrittenFromRight = (value: Value): boolean =>
  typeof value === 'string' && /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(value);

/** A name or a number of the other direction must not drag the words beside it along. */
function isolated(value: Value): Value {
  if (typeof value === 'string') return `\u2068${value}\u2069`;
  if (typeof value === 'object' && 'phone' in value) return { phone: `\u2068${value.phone}\u2069` };
  return value;
}

/** Days are rendered in UTC, where they were put: the machine's own zone must not move them. */
const formatters: Formatters = {
  getNumberFormat: makeOnce((locales, options) => {
    const format = new Intl.NumberFormat(locales, options);
    const orGap = (value: number): string => (Number.isNaN(value) ? gap : format.format(value));
    return { format: orGap } as Intl.NumberFormat;
  }),
  getDateTimeFormat: makeOnce((locales, options) => {
    const format = new Intl.DateTimeFormat(locales, { ...options, timeZone: 'UTC' });
    const orGap = (value: unknown): string => (value instanceof Date ? format.format(value) : gap);
    return { format: orGap } as Intl.DateTimeFormat;
  }),
  getPluralRules: makeOnce((locales, options) => new Intl.PluralRules(locales, options)),
};

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser numbers its kinds of nodes; its own names for them are not exported. */
const kindOf = ({ type }: Node): number => type;
const wordsKind = 0;
const countKind = 7;
const isWords = (node: Node): node is Node & { value: string } => kindOf(node) === wordsKind;
const isValue = (node: Node): node is Node & { value: string } =>
  !isWords(node) && kindOf(node) !== countKind;

/** Every node, those inside of choices too. */
const nodesOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [
    node,
    ...('options' in node ? Object.values(node.options).flatMap(({ value }) => nodesOf(value)) : []),
  ]);
