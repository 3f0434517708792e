import type { Deadline } from '../../domain/deadlines/agenda.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Calendar } from '../../domain/deadlines/calendar.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day, Instant } from '../../domain/time.js';
import { answerBy, callBackText, isCallBackText, isSoon, numberOf, type CallBack } from './call-back.js';
import type { Texts } from './texts.js';
import { noon, valuesOf } from './values-of.js';
import type { Values } from './values.js';

/** One reminder that is due: its text, and the deadline that it is about with its day. */
export interface DueReminder {
  text: string;
  rule: string;
  due: Day;
  deadline: Deadline;
}

/** What composing needs beside the facts. */
export interface Composing {
  texts: Texts;
  calendar: Calendar;
  now: Instant;
}

/** A text that goes into a mail, with what it says. */
export interface MailText {
  key: string;
  values: Values;
}

/**
 * The texts of one mail: one neutral text stands for all protected ones, the open ones follow as they are, each once.
 * None where there is no number to be called.
 */
export function mailTexts(
  state: JourneyState,
  reminders: readonly DueReminder[],
  callBack: CallBack,
  { texts, calendar, now }: Composing,
): MailText[] {
  const phone = numberOf(callBack);
  if (phone === undefined) return [];
  const today = berlinDay(now);
  const goesOut = ({ text }: DueReminder): boolean => texts.isOpen(text) && !isCallBackText(text);
  const dues = reminders.filter((each) => !goesOut(each)).map(({ due }) => due);
  const asking = { dueDate: noon(answerBy(today, dues, calendar)), soon: isSoon(today, dues) };
  const neutral = {
    key: callBackText(callBack),
    values: { ...valuesOf(state, undefined, callBack, now), officePhone: { phone }, ...asking },
  };
  const open = reminders
    .filter(goesOut)
    .filter((each, index, all) => all.findIndex((other) => isSame(each, other)) === index)
    .map(({ text, deadline }) => ({
      key: text,
      values: { ...valuesOf(state, deadline, callBack, now), phone: { phone } },
    }));
  return dues.length > 0 ? [neutral, ...open] : open;
}

const isSame = (one: DueReminder, other: DueReminder): boolean =>
  one.text === other.text && one.deadline.id === other.deadline.id;
