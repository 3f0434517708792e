import type { ProgrammeTexts } from '../../contract/pages/programme.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { ValueName } from '../../domain/programme/schema/text.js';
import type { Day } from '../../domain/time.js';
import type { Language } from '../journeys/views/language.js';
import { plainOf } from '../reminders/message.js';
import type { Texts } from '../reminders/texts.js';
import { noon } from '../reminders/values-of.js';
import type { Value } from '../reminders/values.js';
import { languageNames } from './words/language-names.js';

/** Every text of a programme, as it reads with a made-up person's data on that day. */
export function programmeTexts(
  programme: Programme,
  texts: Texts,
  today: Day,
  language: Language,
): ProgrammeTexts {
  const names = languageNames(texts.writtenIn, language);
  const languages = Object.keys(names).filter((tag) => texts.writtenIn.includes(tag));
  const values = madeUp(today);
  return {
    languages,
    texts: programme.texts.map(({ key, exposure }) => ({
      key,
      exposure,
      wordings: languages.flatMap((each) => {
        const text = texts.render(key, [each], values);
        if (text?.language !== each) return []; // written in German only
        const { direction, version, reviewed, subject, body } = text;
        return [{ language: each, direction, version, reviewed, subject, text: plainOf(body) }];
      }),
    })),
  };
}

/** Nobody's data. */
const madeUp = (today: Day): Record<ValueName, Value> => ({
  firstName: 'Aya',
  coachFirstName: 'Mara',
  coachPhone: { phone: '02403 71 1234' },
  officePhone: { phone: '02403 71 1000' },
  phone: { phone: '02403 71 1234' },
  dueDate: noon(addDays(today, 14)),
  soon: true,
  first: true,
  validUntil: noon(addDays(today, 14)),
  days: 14,
  over: false,
  startDate: noon(addDays(today, 56)),
  earliestDate: noon(addDays(today, 14)),
  windowOpen: false,
  appointmentAt: noon(addDays(today, 3)),
  place: 'Rathaus, Zimmer 12',
  missing: 2,
  shortDays: 7,
});
