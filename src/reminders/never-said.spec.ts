import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { composing, languages, reader, reminder, texts } from '../../test/support/mails.js';
import { answerBy, isCallBackText, type CallBack } from './call-back.js';
import { composeMail, type OutgoingMail } from './compose.js';
import { forbiddenIn } from './forbidden-words.js';
import { plainOf } from './message.js';
import { readTextFiles } from './text-files.js';
import { valuesOf } from './values-of.js';

const { table, forbidden } = await readTextFiles(new URL('../../programmes/durchstarten/', import.meta.url));
const keys = table.value.map(({ key }) => key);
const protectedKeys = table.value.filter(({ exposure }) => exposure === 'protected').map(({ key }) => key);

/** Invented names: nobody's word in any language, some with signs that HTML or MessageFormat would take for theirs. */
const name = (beginning: string) =>
  fc
    .tuple(
      fc.stringMatching(/^[bklmnrz][aeiou][bklmnrz][aeiou][bklmnrz]$/),
      fc.constantFrom('', '’u', '-Zo', '<i>', '{x}', '&'),
    )
    .map(([stem, end]) => `${beginning}${stem}${end}`);
const givenName = fc.oneof(name('Zy'), fc.constantFrom('أمينة', 'ሰላማዊት', 'Олеся', 'Şîrîn'));
const familyName = name('Xu');
const phone = fc
  .tuple(fc.constantFrom('+49 2403 ', '0241 / ', '+49 (0)241 '), fc.integer({ min: 10_000, max: 9_999_999 }))
  .map(([area, number]) => `${area}${number}`);
const callBack = fc
  .tuple(phone, givenName, name('Qo'), fc.boolean())
  .map(([number, first, last, isCoach]): CallBack =>
    isCoach
      ? { coach: { name: `${first} ${last}`, phone: number }, officePhone: '0241 000' }
      : { officePhone: number },
  );

const mails = fc.record({
  language: fc.constantFrom(...languages, 'fa-AF'),
  secondLanguage: fc.option(fc.constantFrom(...languages), { nil: undefined }),
  wanted: fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 0, max: 200 })), {
    minLength: 1,
    maxLength: 4,
    selector: ([key]) => key,
  }),
  givenName,
  familyName,
  callBack,
  now: fc.date({ min: new Date('2026-11-23'), max: new Date('2031-01-01'), noInvalidDate: true }),
});

const isOpen = (key: string): boolean => texts.isOpen(key) && !isCallBackText(key);
const numberIn = ({ coach, officePhone = '' }: CallBack): string => coach?.phone ?? officePhone;

const tags = ['!doctype', 'html', 'head', 'meta', 'title', 'body', 'div', 'p', 'br', 'a', 'hr'];

/** What a mail program shows of the HTML, without marks and line breaks. */
const seen = (html: string): string =>
  html
    .replace(/^[^]*<body[^>]*>/, '')
    .replaceAll(/<\/?a[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Everything that could be read of a mail by whoever sees the screen. */
const everything = ({ subject, text, html, fromName = '' }: OutgoingMail): string =>
  [subject, text, html, fromName].join('\n');

/** Runs a property over mails of any texts, in any language, from anybody to anybody. */
function always(property: (mail: OutgoingMail, given: Given) => void): void {
  fc.assert(
    fc.property(mails, (given) => {
      const now = given.now.toISOString();
      const state = reader(given.language, given.secondLanguage, given.givenName);
      state.case.familyName = given.familyName;
      const reminders = given.wanted.map(([key, days]) => reminder(key, addDays(berlinDay(now), days)));
      const mail = composeMail(state, reminders, given.callBack, { ...composing, now });
      expect(mail).toBeDefined();
      if (mail) property(mail, given);
    }),
    { seed: 20261123, numRuns: 200 },
  );
}
type Given = typeof mails extends fc.Arbitrary<infer Value> ? Value : never;

describe('whatever is reminded of, in every language, a mail', () => {
  it('says no word that must not stand on a lock screen', () => {
    always((mail) => {
      const [own = '', german = ''] = mail.text.split('\n\n----------\n\n');
      // Where the first language lacks a text, the second one's may stand beside it: it is English that has more.
      for (const language of [mail.language, 'en']) {
        expect(forbiddenIn(`${mail.subject}\n${own}`, language, forbidden.value)).toBeUndefined();
      }
      expect(forbiddenIn(german, 'de', forbidden.value)).toBeUndefined();
    });
  });

  it('says no surname, of nobody', () => {
    always((mail, { familyName, callBack: { coach } }) => {
      const said = everything(mail).toLowerCase();
      for (const surname of [familyName, coach?.name.split(' ')[1] ?? familyName]) {
        expect(said).not.toContain(surname.toLowerCase());
      }
      expect(mail.fromName === undefined).toBe(coach === undefined);
    });
  });

  it('says no sentence of a protected text', () => {
    always((mail, { callBack, wanted, now }) => {
      const today = now.toISOString();
      for (const key of protectedKeys) {
        for (const [, days] of wanted) {
          const { deadline } = reminder(key, addDays(berlinDay(today), days));
          for (const language of ['de', 'en']) {
            const told = texts.render(key, [language], valuesOf(reader(language), deadline, callBack, today));
            const sentences = plainOf(told?.body ?? []).split('\n');
            expect(sentences.length).toBeGreaterThan(2);
            for (const sentence of sentences) expect(mail.text).not.toContain(sentence);
          }
        }
      }
    });
  });

  it('names the number to be called, which can be touched', () => {
    always((mail, { callBack }) => {
      const number = numberIn(callBack);
      expect(mail.text).toContain(number);
      expect(seen(mail.html)).toContain(number);
      expect(mail.html).toContain(`<a href="tel:${number.replace('(0)', '').replaceAll(/[^\d+]/g, '')}"`);
    });
  });

  it('says the same as HTML and as plain text', () => {
    always(({ text, html }) => {
      expect(seen(html)).toBe(text.replace('----------', '').replaceAll(/\s+/g, ' '));
      for (const [, tag = ''] of html.matchAll(/<\/?([^ >]+)/g)) expect(tags).toContain(tag);
    });
  });

  it('has Latin digits, and days of the Gregorian calendar', () => {
    always((mail, { wanted, now }) => {
      expect(everything(mail)).not.toMatch(/[^\P{Nd}0-9]/u);
      const today = berlinDay(now.toISOString());
      const dues = wanted.filter(([key]) => !isOpen(key)).map(([, days]) => addDays(today, days));
      if (dues.length === 0) return;
      const by = new Date(`${answerBy(today, dues, composing.calendar)}T12:00:00Z`);
      const month = new Intl.DateTimeFormat(`${mail.language}-u-ca-gregory`, {
        month: 'long',
        day: 'numeric',
        timeZone: 'UTC',
      })
        .formatToParts(by)
        .find(({ type }) => type === 'month');
      expect(mail.text).toMatch(new RegExp(`\\b${by.getUTCDate()}\\b`));
      expect(mail.text).toContain(month?.value.slice(0, 3));
    });
  });

  it('runs from right to left in Arabic and Farsi, also for readers of Dari', () => {
    always(({ html, language }, given) => {
      const [, direction] = /^<!doctype html>\n<html lang="\w+" dir="(\w+)">\n/.exec(html) ?? [];
      expect(direction).toBe(['ar', 'fa'].includes(language) ? 'rtl' : 'ltr');
      const isNeutral = given.wanted.some(([key]) => !isOpen(key));
      const isDari = given.language === 'fa-AF' && isNeutral;
      expect([isDari, direction]).not.toEqual([true, 'ltr']);
    });
  });
});
