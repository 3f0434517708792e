import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { reasonOf, standingNotices } from '../../domain/staff-mail/reason.js';
import { composeStaffMail, type StaffLetter } from '../../src/staff-mail/compose.js';
import { lineOf } from '../../src/staff-mail/lines.js';
import { programme } from '../support/planning.js';
import { instantOf, steps, type Step } from '../support/steps.js';
import { Story } from '../support/story.js';
import { opening } from '../support/wishes.js';

const now = '2026-11-23T07:30:00.000Z';

/** What must never stand in a mail to staff: who it is, how to reach her, and what people wrote about her. */
const personal = [
  'Merhawi',
  'Tesfay',
  'merhawi@',
  'tesfay@',
  '2403',
  'Ruft zurück',
  'Verwechselt',
  'Post kam zurück',
  'Betrieb geschlossen',
  'VHS',
];

/** The kinds of paper by every name that the programme has for them, and words that tell them. */
const kinds = programme.documentKinds
  .filter(({ key }) => key !== 'none_or_unknown')
  .flatMap(({ key, title }) => [key, title.de, title.en, title.de.split(' ')[0] ?? '']);
const words =
  /duldung|gestattung|erlaubnis|aufenthalt|fiktion|grenzübertritt|ausreise|asyl|abschieb|ausländer|bamf|klage|§|toleration|permit/i;

/** The mail of everything that stands in a journey; `undefined` where nothing does. */
function letterOf({ state }: Story): StaffLetter | undefined {
  const lines = standingNotices(state).flatMap((notice) => {
    const reason = reasonOf(state, notice);
    return reason ? [lineOf(state, reason, programme)] : [];
  });
  if (lines.length === 0) return undefined;
  return composeStaffMail(lines, {
    to: 'mara@example.org',
    urgent: false,
    publicUrl: 'https://lotse.example',
  });
}

/** Goes through a history, and gives the mail that would be written after each step. */
function lettersOf(history: readonly Step[]): { letters: StaffLetter[]; bornOn: string } {
  const story = new Story(now);
  story.does({ ...opening(story.today), externalId: 'KI-4711' });
  const letters = history.flatMap((step) => {
    story.now = instantOf(step, story.state, story.now);
    story.tries(step.wish(story.state, story.today, story.now));
    story.does({ type: 'CarryOutDue' });
    return letterOf(story) ?? [];
  });
  return { letters, bornOn: story.state.case.bornOn ?? '' };
}

/** The birth date, and the days with the 27th and 28th birthday from which it could be told, in every way of writing. */
function birthdays(bornOn: string): string[] {
  const year = Number(bornOn.slice(0, 4));
  return [0, 27, 28]
    .map((age) => `${year + age}${bornOn.slice(4)}`)
    .flatMap((birthday) => [birthday, addDays(birthday, -1)])
    .flatMap((day) => {
      const [y = '', m = '', d = ''] = day.split('-');
      const inWords = new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' });
      return [day, `${d}.${m}.${y}`, inWords.format(new Date(`${day}T12:00:00Z`))];
    });
}

describe('a mail to staff', () => {
  const titles = new Set<string>();

  it('holds no name, no birth date and no kind of paper, whatever has happened, in text and HTML', () => {
    fc.assert(
      fc.property(steps(14), (history) => {
        const { letters, bornOn } = lettersOf(history);
        const birth = birthdays(bornOn);
        for (const { subject, text, html } of letters) {
          for (const said of [subject, text, html]) {
            expect([...personal, ...birth, ...kinds].filter((value) => said.includes(value))).toEqual([]);
            expect(said.replaceAll(/<style[^>]*>|style="[^"]*"/g, '')).not.toMatch(words);
          }
          for (const [, title = ''] of text.matchAll(/^- (?:Dringend: )?(.*?), /gm)) titles.add(title);
        }
      }),
      { seed: 20261123, numRuns: 120 },
    );
  });

  it('told of deadlines, flags and tasks in these histories, papers among them', () => {
    expect([...titles].sort()).toEqual(
      expect.arrayContaining(['Bitte sofort persönlich anrufen', 'Papier abgelaufen', 'Papier läuft ab']),
    );
    expect(titles.size).toBeGreaterThanOrEqual(8);
  });

  it('tells no kind of paper by the title of any rule', () => {
    const said = [...programme.deadlines, ...programme.stuck].map(
      ({ mailTitle, title }) => (mailTitle ?? title).de,
    );
    expect(said.filter((title) => words.test(title) || kinds.includes(title))).toEqual([]);
  });
});

describe('the HTML of a mail to staff', () => {
  const line = { journey: 'j', about: 'a', severity: 0, day: '2027-02-01', text: 'Zeile <b> & "mehr"' };
  const { html, text, subject } = composeStaffMail(
    [
      { ...line, externalId: '<script>alert(1)</script>' },
      { ...line, journey: 'k', about: 'b', severity: 3 },
    ],
    { to: 'mara@example.org', urgent: true, publicUrl: 'https://lotse.example' },
  );

  it('says its language, has a title, headings, real lists and links that say where they lead', () => {
    expect(subject).toBe('Bitte heute ansehen');
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<title>Bitte heute ansehen</title>');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<h2>/g)).toHaveLength(2);
    expect(html.match(/<ul>\n<li>/g)).toHaveLength(2);
    expect(html).toContain('<a href="https://lotse.example/journeys/k">Begleitung ohne Kennung öffnen</a>');
  });

  it('fetches nothing from anywhere, and takes nothing for markup that somebody typed', () => {
    expect(html).not.toMatch(/<(img|link|script|iframe|style|b)\b|url\(|@import|src=/i);
    expect(html).toContain('Zeile &#60;b&#62; &#38; &#34;mehr&#34;');
    expect([...html.matchAll(/https?:\/\/[^/"<]+/g)].map(([origin]) => origin)).toEqual([
      'https://lotse.example',
      'https://lotse.example',
    ]);
  });

  it('says the same as the text, the gravest first', () => {
    expect(text.indexOf('Ohne Kennung')).toBeLessThan(text.indexOf('Kennung <script>'));
    expect(html.indexOf('Ohne Kennung')).toBeLessThan(html.indexOf('Kennung &#60;script'));
  });
});
