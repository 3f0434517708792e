import { describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plainOf } from '../../src/reminders/message.js';
import { readTextFiles } from '../../src/reminders/text-files.js';
import { noon } from '../../src/reminders/values-of.js';
import type { Values } from '../../src/reminders/values.js';
import { texts } from '../support/mails.js';

const folder = fileURLToPath(new URL('./', import.meta.url));
const { table, languages } = await readTextFiles(new URL('../../programmes/durchstarten/', import.meta.url));

/** Set to write the files anew, instead of comparing with them. */
const writes = Boolean(process.env['LOTSE_WRITE_GOLDEN_TEXTS']);

const hint = `The text in programmes/ is no longer what the golden file says.
  Was a wording changed on purpose? Raise its version, set "reviewed: false" unless a speaker has read it, and run
  LOTSE_WRITE_GOLDEN_TEXTS=1 npm run jest -- test/golden-texts
  Did only the name of a day or month change? Then this Node.js knows the language's calendar in another version.`;

/** Invented people, numbers and days. */
const always: Values = {
  firstName: 'Merhawi',
  coachFirstName: 'Jana',
  coachPhone: { phone: '02403 4711-0' },
  officePhone: { phone: '0241 000 99' },
  phone: { phone: '02403 4711-0' },
  dueDate: noon('2026-12-04'),
  validUntil: noon('2027-02-01'),
  startDate: noon('2027-08-01'),
  earliestDate: noon('2027-01-01'),
  appointmentAt: new Date('2027-01-14T14:30:00Z'),
  place: 'Rathaus, Raum 12',
};

const callBack: [string, Values][] = [
  ['more than two weeks before', { soon: false }],
  ['in the last two weeks', { soon: true }],
];
const inAMail: [string, Values][] = [
  ['opening the mail', { first: true }],
  ['beneath another text', { first: false }],
];

/** Every choice that a text makes. */
const choices: Record<string, [string, Values][]> = {
  neutral_callback: callBack,
  neutral_callback_office: callBack,
  training_start: inAMail,
  probation_end: inAMail,
  document_expiring: [
    ['12 days before', { days: 12, over: false }],
    ['the day before', { days: 1, over: false }],
    ['on the day', { days: 0, over: false }],
    ['afterwards', { days: -3, over: true }],
  ],
  training_status_application: [
    ['before the day', { windowOpen: false }],
    ['from the day on', { windowOpen: true }],
  ],
  appointment: inAMail,
  school_exam_registration: [
    ['opening the mail, nothing missing', { first: true, missing: 0 }],
    ['one thing missing', { first: false, missing: 1 }],
    ['three things missing', { first: false, missing: 3 }],
  ],
  lost_contact: [['as it is', {}]],
  official_letter: [
    ['a week', { shortDays: 7 }],
    ['a day', { shortDays: 1 }],
  ],
  advice_before_birthday: [
    ['before', { over: false }],
    ['afterwards', { over: true }],
  ],
};

const editions = [...languages].flatMap(([language, { value }]) =>
  Object.keys(value).map((key) => ({ language, key, file: `${language}/${key}.txt` })),
);

/** A text with all its choices, as a reviewer wants to see it. */
function shown(language: string, key: string): string {
  const { version, reviewed } = texts.editionFor(key, [language]) ?? {};
  const rendered = (choices[key] ?? []).map(([when, values]) => {
    const text = texts.render(key, [language], { ...always, ...values });
    return { when, subject: text?.subject, body: plainOf(text?.body ?? []) };
  });
  return [
    `${key}, ${language}, version ${version}, ${reviewed ? 'reviewed' : 'not reviewed'}`,
    ...(rendered[0]?.subject ? [`Subject: ${rendered[0].subject}`] : []),
    ...rendered.map(({ when, body }) => `\n-- ${when}\n${body}`),
    '',
  ].join('\n');
}

describe('the golden texts', () => {
  it('show every choice of every text', () => {
    expect(Object.keys(choices).sort()).toEqual(table.value.map(({ key }) => key).sort());
    for (const key of Object.keys(choices)) {
      const all = (choices[key] ?? []).map(
        ([, values]) => texts.render(key, ['de'], { ...always, ...values })?.body,
      );
      expect(new Set(all.map((body) => plainOf(body ?? []))).size).toBe(all.length);
    }
  });

  it.each(editions)('are what $key says in $language', ({ language, key, file }) => {
    if (writes) {
      mkdirSync(`${folder}${language}`, { recursive: true });
      writeFileSync(folder + file, shown(language, key));
    }
    expect(`${hint}\n\n${shown(language, key)}`).toBe(`${hint}\n\n${readFileSync(folder + file, 'utf8')}`);
  });

  it('are of no text that is gone', () => {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.txt'),
    );
    expect(found.sort()).toEqual(editions.map(({ file }) => file).sort());
  });

  it('say in German one short thought a sentence', () => {
    for (const { language, key } of editions.filter((each) => each.language === 'de')) {
      for (const [, values] of choices[key] ?? []) {
        const body = plainOf(texts.render(key, [language], { ...always, ...values })?.body ?? []);
        for (const sentence of body.split('\n')) {
          expect([sentence, sentence.split(' ').length <= 12]).toEqual([sentence, true]);
        }
      }
    }
  });
});
