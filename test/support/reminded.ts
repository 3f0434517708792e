import type { Day } from '../../domain/time.js';

/** What opens the journey of somebody who may be reminded by e-mail, once that is consented to. */
export const remindable = (email: string, validUntil: Day) => ({
  commune: 'stolberg',
  participant: {
    givenName: 'Luwam',
    familyName: 'Gebre',
    bornOn: '2005-02-03',
    language: 'de',
    email,
    channels: ['email'],
  },
  document: { kind: 'toleration_60a', validUntil },
});

/** The milestone by which somebody consents to being accompanied and reminded. */
export const consentToReminders = (on: Day) => ({
  milestone: 'consent_given',
  on,
  data: { purposes: ['case_work', 'reminders'], language: 'de', form: 'paper', textVersion: '1' },
});
