import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Calendar } from '../../domain/deadlines/calendar.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day, Instant } from '../../domain/time.js';
import type { Texts } from './texts.js';

/** What leaves the house: no topic, no office, no paper, no surname in any part of it. */
export interface OutgoingMail {
  to: string;
  fromName: string | undefined;
  subject: string;
  text: string;
  language: string;
}

/** Who can be called back; a coach counts only with a number. */
export interface CallBack {
  coach?: { name: string; phone: string };
  officePhone?: string;
}

/**
 * Composes the neutral mail that stands for a protected reminder: please call. `undefined` where there is no number
 * to be called back under, or no address.
 * @param due the deadline's day: the answer is asked for by the fifth working day, never later than that
 */
export function composeCallback(
  state: JourneyState,
  callBack: CallBack,
  { texts, calendar, now, due }: { texts: Texts; calendar: Calendar; now: Instant; due: Day },
): OutgoingMail | undefined {
  const { email } = state.contact;
  const firstName = state.case.givenName ?? '';
  if (!email || (!callBack.coach && callBack.officePhone === undefined)) return undefined;
  const by = [fifthWorkingDay(berlinDay(now), calendar), due].sort()[0] ?? due;
  const dueDate = new Date(`${by}T12:00:00Z`);
  const languages = languagesOf(state);
  const { coach, officePhone = '' } = callBack;
  const coachFirstName = coach?.name.split(' ')[0] ?? '';
  const rendered = coach
    ? texts.render('neutral_callback', languages, {
        firstName,
        coachFirstName,
        coachPhone: coach.phone,
        dueDate,
      })
    : texts.render('neutral_callback_office', languages, { firstName, officePhone, dueDate });
  const { subject, body: text } = rendered;
  return { to: email, fromName: coach && coachFirstName, subject, text, language: rendered.language };
}

/** The languages in which the participant reads, the first one first. */
export const languagesOf = ({ contact: { language, secondLanguage } }: JourneyState): string[] =>
  [language, secondLanguage].filter((each) => each !== undefined).flatMap(withoutRegion);

/** `fa-AF`, then `fa`: a regional text first, where there is one. */
const withoutRegion = (tag: string): string[] => [tag, tag.split('-')[0] ?? tag];

function fifthWorkingDay(from: Day, calendar: Calendar): Day {
  let day = from;
  for (let count = 0; count < 5;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return day;
}
