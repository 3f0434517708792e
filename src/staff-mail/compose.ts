import type { NoticeLine } from './lines.js';
import { staffText } from './texts.js';

/** A mail to a member of staff: nobody is named in it, and no kind of paper. */
export interface StaffLetter {
  to: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  language: string;
}

/** What stands in it beside the lines. */
export interface LetterHead {
  to: string;
  /** Whether all of it is grave and goes out at once. */
  urgent: boolean;
  /** Where the pages are, without a slash at the end. */
  publicUrl: string;
}

interface Group {
  heading: string;
  /** A link says by itself where it leads: it is heard out of its context. */
  link: string;
  url: string;
  lines: string[];
}

/** Composes the mail of some lines: one heading a journey, one line a matter, the gravest first. */
export function composeStaffMail(lines: readonly NoticeLine[], head: LetterHead): StaffLetter {
  const { to, urgent, publicUrl } = head;
  const groups = groupsOf(lines, publicUrl);
  const count = groups.reduce((sum, group) => sum + group.lines.length, 0);
  const subject = staffText(urgent ? 'urgentSubject' : 'subject', { count });
  const opening = [staffText('greeting'), staffText(urgent ? 'urgentIntro' : 'intro', { count })];
  return {
    to,
    fromName: 'Lotse',
    subject,
    text: plainText(opening, groups),
    html: html(subject, opening, groups),
    language: 'de',
  };
}

function groupsOf(lines: readonly NoticeLine[], publicUrl: string): Group[] {
  const matters = [...new Map(lines.map((line) => [line.about, line])).values()].sort(byWeight);
  const ofJourneys = new Map<string, NoticeLine[]>();
  for (const line of matters) {
    const own = ofJourneys.get(line.journey);
    if (own) own.push(line);
    else ofJourneys.set(line.journey, [line]);
  }
  return [...ofJourneys].map(([journey, own]) => {
    const externalId = own[0]?.externalId;
    return {
      ...(externalId === undefined
        ? { heading: staffText('noId'), link: staffText('noIdLink') }
        : { heading: staffText('externalId', { externalId }), link: staffText('link', { externalId }) }),
      url: `${publicUrl}/journeys/${journey}`,
      lines: own.map(({ text }) => text),
    };
  });
}

/** The gravest first, then by day; the rest only so that the same matters always make the same mail. */
const byWeight = (a: NoticeLine, b: NoticeLine): number =>
  b.severity - a.severity || compare(a.day, b.day) || compare(a.about, b.about);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const plainText = (opening: readonly string[], groups: readonly Group[]): string =>
  [
    ...opening,
    ...groups.map(({ heading, link, lines, url }) =>
      [heading, ...lines.map((line) => `- ${line}`), `${link}: ${url}`].join('\n'),
    ),
    staffText('footer'),
  ].join('\n\n') + '\n';

/** Dark on light, readable without images, styles or anything from elsewhere; headings and lists are real ones. */
const html = (subject: string, opening: readonly string[], groups: readonly Group[]): string =>
  `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title>
</head>
<body lang="de" style="color:#111111;background-color:#ffffff;font-family:Arial,sans-serif;font-size:16px;line-height:1.5">
<h1>${escaped(subject)}</h1>
${opening.map(paragraph).join('\n')}
${groups.map(section).join('\n')}
${paragraph(staffText('footer'))}
</body>
</html>
`;

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const section = ({ heading, link, lines, url }: Group): string =>
  `<h2>${escaped(heading)}</h2>
<ul>
${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}
</ul>
<p><a href="${escaped(url)}">${escaped(link)}</a></p>`;

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
