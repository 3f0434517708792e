import { plainOf, type Part } from './message.js';
import type { RenderedText } from './texts.js';

/** What stands in the plain part where one language ends and another one begins. */
export const line = '\n\n----------\n\n';

/** The plain part: it says the same as the HTML. */
export const plainMail = (parts: readonly RenderedText[][]): string =>
  parts.map((part) => part.map(({ body }) => plainOf(body)).join('\n\n')).join(line);

/** Large and dark on light, readable without images, styles or anything from elsewhere. */
const style = [
  'margin:0',
  'padding:16px',
  'background-color:#ffffff',
  'color:#111111',
  "font-family:'Noto Sans','Noto Sans Ethiopic','Noto Sans Arabic',Arial,sans-serif",
  'font-size:18px',
  'line-height:1.6',
].join(';');

/** The HTML part: each text in its own language and direction, the number can be called. */
export function htmlMail(subject: string, parts: readonly RenderedText[][]): string {
  const { language = 'de', direction = 'ltr' } = parts[0]?.[0] ?? {};
  const attributes = `lang="${language}" dir="${direction}"`;
  return `<!doctype html>
<html ${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title>
</head>
<body ${attributes} style="${escaped(style)}">
${parts.map((part) => part.map(section).join('\n')).join('\n<hr>\n')}
</body>
</html>
`;
}

/** Some mail programs drop the attributes of `body`: each text carries its own. */
const section = ({ language, direction, body }: RenderedText): string =>
  `<div lang="${language}" dir="${direction}">\n<p>${body.map(inHtml).join('').replaceAll('\n', '<br>\n')}</p>\n</div>`;

const inHtml = (part: Part): string => (typeof part === 'string' ? escaped(part) : callable(part.phone));

/** RFC 3966 takes no spaces, and no „(0)" behind a country's code. */
function callable(phone: string): string {
  const number = phone.replaceAll(/(?<=\+.*)\(0\)|[^\d+]/g, '');
  return `<a href="tel:${number}" style="color:#0b3d91;white-space:nowrap">${escaped(phone)}</a>`;
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
