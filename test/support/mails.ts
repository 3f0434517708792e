import type { Deadline } from '../../domain/deadlines/agenda.js';
import { calendar } from '../../domain/deadlines/dates.js';
import { initialState, type JourneyState } from '../../domain/journey/state.js';
import type { Day } from '../../domain/time.js';
import type { CallBack } from '../../src/reminders/call-back.js';
import { composeMail, type ReminderMail } from '../../src/reminders/compose.js';
import type { Composing, DueReminder } from '../../src/reminders/mail-texts.js';
import { readTexts } from '../../src/reminders/read-texts.js';
import { journeyId } from './story.js';

/** The texts as they are installed. */
export const texts = await readTexts(new URL('../../programmes/durchstarten/', import.meta.url));

/** The languages in which there are texts. */
export const languages = ['ar', 'de', 'en', 'fa', 'fr', 'kmr', 'so', 'ti', 'tr', 'uk'];

export const jana = { name: 'Jana Musterfrau', phone: '02403 4711-0' };
export const officePhone = '0241 000 99';
export const withCoach: CallBack = { coach: jana, officePhone };
export const withoutCoach: CallBack = { officePhone };

/** A Monday in November. */
export const composing: Composing = { texts, calendar: calendar('NRW'), now: '2026-11-23T08:00:00.000Z' };

/** Somebody who reads a language, and maybe a second one. */
export function reader(language: string, secondLanguage?: string, givenName = 'Merhawi'): JourneyState {
  const state = initialState(journeyId);
  const contact = { language, email: 'merhawi@example.org', ...(secondLanguage && { secondLanguage }) };
  return {
    ...state,
    case: { ...state.case, givenName, familyName: 'Tesfay' },
    contact: { ...state.contact, ...contact },
  };
}

/** A deadline on a day that comes from a recorded date, its own unless another one is named. */
export const deadlineOn = (due: Day, anchorValue: Day = due): Deadline => ({
  id: `deadline-${due}`,
  rule: 'invented',
  ruleVersion: 1,
  anchor: 'record',
  anchorValue,
  dueRaw: due,
  due,
  state: 'open',
  because: 'event',
});

/** A reminder of a text that is about a deadline on that day. */
export const reminder = (text: string, due: Day, anchorValue?: Day): DueReminder => ({
  text,
  rule: 'invented',
  due,
  deadline: deadlineOn(due, anchorValue),
});

/** The mail that is made of reminders, where one can be made. */
export function mailOf(state: JourneyState, reminders: DueReminder[], callBack = withCoach): ReminderMail {
  const mail = composeMail(state, reminders, callBack, composing);
  if (!mail) throw new Error('No mail can be made of these reminders');
  return mail;
}
