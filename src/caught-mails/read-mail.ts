import type { AddressObject, ParsedMail } from 'mailparser';
import type { CaughtMail, CaughtMailItem } from '../../contract/routes/caught-mails.js';
import { directionOf } from '../reminders/direction.js';
import { line } from '../reminders/mail-parts.js';
import type { CaughtFile } from './mail-folder.js';

/** What a list shows of a mail. @param raw its beginning: the head is enough */
export async function readHead(file: CaughtFile, raw: Buffer): Promise<CaughtMailItem> {
  return itemOf(file, await parsed(headOf(raw)));
}

/** A whole mail, as text. */
export async function readMail(file: CaughtFile, raw: Buffer): Promise<CaughtMail> {
  const mail = await parsed(raw);
  const text = (mail.text ?? '').trim();
  const own = languageOf(mail);
  const [first = '', ...others] = text.split(line);
  const listUnsubscribe = headerOf(mail, 'list-unsubscribe');
  return {
    ...itemOf(file, mail),
    from: addresses(mail.from),
    ...(listUnsubscribe !== undefined && { listUnsubscribe }),
    text,
    ...own,
    // what stands beneath the line is in German: see mail-parts
    parts: [{ text: first, ...own }, ...others.map((each) => ({ text: each, ...german }))],
  };
}

/** The HTML is left as it is: it is shown nowhere. The parser is loaded for the first mail: an API that starts needs none. */
async function parsed(raw: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  return simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
}

/** The lines before the first empty one. */
function headOf(raw: Buffer): Buffer {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1'))?.index;
  return raw.subarray(0, end);
}

const itemOf = ({ id, caughtAt, size }: CaughtFile, mail: ParsedMail): CaughtMailItem => ({
  id,
  to: addresses(mail.to),
  subject: mail.subject ?? '',
  sentAt: instantOf(mail.date) ?? new Date(caughtAt).toISOString(),
  size,
});

const addresses = (of: AddressObject | AddressObject[] = []): string =>
  [of]
    .flat()
    .flatMap(({ value }) => value)
    .map(({ name, address = '' }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ');

const instantOf = (date: Date | undefined): string | undefined =>
  date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;

/** A header as it stands, unfolded. */
function headerOf({ headerLines }: ParsedMail, key: string): string | undefined {
  const found = headerLines.find((header) => header.key === key)?.line;
  return found
    ?.slice(found.indexOf(':') + 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const inLanguage = (language: string) => ({ language, direction: directionOf(language) });
const german = inLanguage('de');

function languageOf(mail: ParsedMail): Partial<ReturnType<typeof inLanguage>> {
  try {
    const [language] = Intl.getCanonicalLocales(headerOf(mail, 'content-language') ?? '');
    return language === undefined ? {} : inLanguage(language);
  } catch {
    return {}; // no language that anybody knows
  }
}
