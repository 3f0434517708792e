import { describe, expect, it } from '@jest/globals';
import {
  composing,
  jana,
  mailOf,
  officePhone,
  reader,
  reminder,
  withCoach,
  withoutCoach,
} from '../../test/support/mails.js';
import { composeMail } from './compose.js';

const expiring = reminder('document_expiring', '2027-01-18');
const training = reminder('training_start', '2027-01-04', '2027-01-04');
const probation = reminder('probation_end', '2026-12-07');

describe('a protected reminder', () => {
  it('says only: please call, until when, and whom', () => {
    expect(mailOf(reader('de'), [expiring])).toMatchObject({
      to: 'merhawi@example.org',
      fromName: 'Jana',
      subject: 'Bitte melden Sie sich',
      text: [
        'Hallo Merhawi.',
        'Ich möchte etwas mit Ihnen besprechen.',
        'Bitte rufen Sie Jana an: 02403 4711-0.',
        'Geht es bis Montag, 30. November?',
      ].join('\n'),
      language: 'de',
      told: { text: 'neutral_callback', textVersion: 1, reviewed: true },
    });
  });

  it('says in the last two weeks that it is important', () => {
    const { text } = mailOf(reader('de'), [reminder('document_expiring', '2026-12-07')]);
    expect(text).toContain('besprechen.\nEs ist wichtig.\nBitte');
  });

  it('names the office where no coach can be called, and nobody by name', () => {
    const mail = mailOf(reader('de'), [expiring], withoutCoach);
    expect(mail).not.toHaveProperty('fromName');
    expect(mail.text).toContain(
      `Wir möchten etwas mit Ihnen besprechen.\nBitte rufen Sie an: ${officePhone}.`,
    );
  });

  it('is one with others of the day, and asks for an answer by the first day of all', () => {
    const advice = reminder('advice_before_birthday', '2026-11-26');
    const { text } = mailOf(reader('de'), [
      expiring,
      advice,
      reminder('training_status_application', '2026-12-01'),
    ]);
    expect(text.split('\n')).toHaveLength(5);
    expect(text).toContain('Geht es bis Donnerstag, 26. November?');
  });

  it('is the same as one that a rule asks for by its name: who can be called decides', () => {
    const named = reminder('neutral_callback', '2027-01-18');
    expect(mailOf(reader('de'), [named], withoutCoach)).toEqual(
      mailOf(reader('de'), [expiring], withoutCoach),
    );
    expect(mailOf(reader('de'), [named, expiring])).toEqual(mailOf(reader('de'), [expiring]));
  });

  it('stands for a text that this version of the programme does not know', () => {
    const { text } = mailOf(reader('de'), [reminder('of_an_older_version', '2027-01-18')]);
    expect(text).toBe(mailOf(reader('de'), [expiring]).text);
  });
});

describe('an open reminder', () => {
  it('goes out as it is', () => {
    expect(mailOf(reader('de'), [training])).toMatchObject({
      fromName: 'Jana',
      subject: 'Ihre Ausbildung beginnt bald',
      text: [
        'Hallo Merhawi.',
        'Ihre Ausbildung beginnt am 4. Januar 2027.',
        'Kennen Sie den Ort und die Uhrzeit?',
        'Haben Sie noch Fragen?',
        'Dann rufen Sie bitte an: 02403 4711-0.',
        'Wir helfen Ihnen gern.',
      ].join('\n'),
    });
  });

  it('gives the office’s number where no coach can be called', () => {
    const { text } = mailOf(reader('en'), [training], withoutCoach);
    expect(text).toContain(`Then please call: ${officePhone}.`);
    expect(text).not.toContain(jana.phone);
  });

  it('follows what stands for the protected ones, under its subject and its greeting', () => {
    const { subject, text } = mailOf(reader('de'), [training, expiring]);
    expect(subject).toBe('Bitte melden Sie sich');
    const [first, second] = text.split('\n\n');
    expect(first).toMatch(/^Hallo Merhawi\.\nIch möchte/);
    expect(second).toMatch(/^Ihre Ausbildung beginnt am 4\. Januar 2027/);
  });

  it('is told once, also where two rungs of one deadline meet; others have their own paragraph', () => {
    const { subject, text } = mailOf(reader('de'), [training, training, probation]);
    expect(subject).toBe('Bitte melden Sie sich');
    expect(text.split('\n\n').map((paragraph) => paragraph.split('\n')[0])).toEqual([
      'Hallo Merhawi.',
      'Ihre Probe-Zeit endet am 7. Dezember 2026.',
    ]);
  });
});

describe('the language', () => {
  it.each([
    ['fa-AF', undefined, 'fa'],
    ['en-GB', undefined, 'en'],
    ['ps', 'tr', 'tr'],
    ['ps', 'fa-AF', 'fa'],
    ['ps', undefined, 'de'],
  ])('of a reader of %s, then %s, is %s', (language, second, expected) => {
    expect(mailOf(reader(language, second), [expiring]).language).toBe(expected);
  });

  it('has German beneath where nobody has reviewed it, and nothing where somebody has', () => {
    const unread = mailOf(reader('ti'), [expiring]);
    const [own, german] = unread.text.split('\n\n----------\n\n');
    expect(own).toContain('ሰላም Merhawi።');
    expect(german).toBe(mailOf(reader('de'), [expiring]).text);
    expect(unread).toMatchObject({ language: 'ti', told: { reviewed: false } });
    expect(unread.html).toContain('<hr>\n<div lang="de" dir="ltr">\n<p>Hallo Merhawi.');

    const read = mailOf(reader('en'), [expiring]);
    expect(read.text).not.toContain('----------');
    expect(read.html).not.toContain('<hr>');
    expect(read.told.reviewed).toBe(true);
  });

  it('of what exists in German only is German, beneath the reader’s own', () => {
    const { text, subject } = mailOf(reader('ar'), [training, expiring]);
    const [own, german] = text.split('\n\n----------\n\n');
    expect(subject).toBe('يُرجى التواصل معنا');
    expect(own).not.toMatch(/Ausbildung/);
    expect(german).toBe(mailOf(reader('de'), [training, expiring]).text);
    expect(mailOf(reader('ar'), [training]).text).toBe(mailOf(reader('de'), [training]).text);
  });

  it('of what exists in the second language is that one', () => {
    const { text } = mailOf(reader('ti', 'en'), [expiring, training]);
    const [own, german] = text.split('\n\n----------\n\n');
    expect(own).toMatch(/^ሰላም Merhawi።[^]*\n\nYour training starts on January 4, 2027\./);
    expect(german).not.toContain('Ausbildung');
  });
});

describe('no mail', () => {
  it('is made where there is nobody to be called', () => {
    expect(composeMail(reader('de'), [expiring, training], {}, composing)).toBeUndefined();
  });

  it('is made where there is no address', () => {
    const state = reader('de');
    delete state.contact.email;
    expect(composeMail(state, [expiring], withCoach, composing)).toBeUndefined();
  });

  it('is made of nothing', () => {
    expect(composeMail(reader('de'), [], withCoach, composing)).toBeUndefined();
  });
});
