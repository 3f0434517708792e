import type { CaughtMail } from '../../../contract/routes/caught-mails.js';

/**
 * A mail as a document of its own: its text, each language in its direction. Whatever stands in it is text: nothing of it
 * becomes an element.
 */
export function documentOf({ subject, from, to, parts }: CaughtMail, subjectWord: string): string {
  const head = [`${from} → ${to}`, `${subjectWord}: ${subject}`].map((line) => `<p>${escaped(line)}</p>`);
  const body = parts.map(({ text, language, direction }) => {
    const lang = language === undefined ? '' : ` lang="${escaped(language)}"`;
    return `<p${lang} dir="${direction ?? 'auto'}">${escaped(text).replaceAll('\n', '<br>')}</p>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(subjectWord)}</title></head><body>${[
    ...head,
    '<hr>',
    ...body,
  ].join('')}</body></html>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
