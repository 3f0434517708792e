import type { Told } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { callBackText, firstNameOf, type CallBack } from './call-back.js';
import { htmlMail, plainMail } from './mail-parts.js';
import { mailTexts, type Composing, type DueReminder, type MailText } from './mail-texts.js';
import type { RenderedText, Texts } from './texts.js';

/** What leaves the house: no topic, no office, no paper, no surname in any part of it. */
export interface OutgoingMail {
  to: string;
  /** The coach's first name; absent where the office writes. */
  fromName?: string;
  subject: string;
  text: string;
  html: string;
  /** The language in which it begins. */
  language: string;
  /** Whoever gets it may say that no more shall come. */
  unsubscribable?: true;
}

/** A mail of reminders: with which text it begins, in which version, and whether speakers have read all of it. */
export interface ReminderMail extends OutgoingMail {
  told: Told;
}

/**
 * Composes one mail of the reminders of one day: in the reader's language, and beneath it in German what nobody has
 * reviewed there or what exists in German only.
 * @returns `undefined` where there is no number to be called back under, or no address
 */
export function composeMail(
  state: JourneyState,
  reminders: readonly DueReminder[],
  callBack: CallBack,
  composing: Composing,
): ReminderMail | undefined {
  const { texts } = composing;
  const { email: to } = state.contact;
  const wanted = mailTexts(state, reminders, callBack, composing);
  const parts = partsOf(wanted, languagesOf(state), texts);
  const [first] = parts.flat();
  if (!to || !first) return undefined;
  const subject = subjectOf(wanted, first, callBack, texts);
  return {
    to,
    ...(callBack.coach && { fromName: firstNameOf(callBack.coach) }),
    subject,
    text: plainMail(parts),
    html: htmlMail(subject, parts),
    language: first.language,
    unsubscribable: true,
    told: {
      text: first.key,
      textVersion: first.version,
      reviewed: parts.flat().every(({ reviewed }) => reviewed),
    },
  };
}

/** What the reader's languages have, then what stands in German; none of them empty. */
function partsOf(wanted: readonly MailText[], languages: readonly string[], texts: Texts): RenderedText[][] {
  const editionOf = ({ key }: MailText) => texts.editionFor(key, languages);
  const own = wanted.filter((text) => editionOf(text)?.language !== 'de');
  const german = wanted.filter((text) => editionOf(text)?.language === 'de' || !editionOf(text)?.reviewed);
  return [rendered(own, languages, texts), rendered(german, ['de'], texts)].filter(
    ({ length }) => length > 0,
  );
}

const rendered = (wanted: readonly MailText[], languages: readonly string[], texts: Texts): RenderedText[] =>
  wanted.flatMap(
    ({ key, values }, index) => texts.render(key, languages, { ...values, first: index === 0 }) ?? [],
  );

/** That of the only text, else the neutral one. */
const subjectOf = (
  { length }: readonly MailText[],
  first: RenderedText,
  callBack: CallBack,
  texts: Texts,
): string =>
  (length > 1 ? texts.render(callBackText(callBack), [first.language], {}) : first)?.subject ?? first.subject;

/** The languages in which the participant reads, the first one first. */
export const languagesOf = ({ contact: { language, secondLanguage } }: JourneyState): string[] =>
  [language, secondLanguage].filter((each) => each !== undefined).flatMap(withoutRegion);

/** `fa-AF`, then `fa`: a regional text first, where there is one. */
const withoutRegion = (tag: string): string[] => [tag, tag.split('-')[0] ?? tag];
