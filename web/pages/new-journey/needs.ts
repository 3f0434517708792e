import type { Me } from '../../../contract/access.js';
import type { Need } from '../../../contract/pages/act.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';
import type { NamedColleague } from '../../parts/use-colleagues.js';
import { currentLanguage } from '../../texts/language.js';
import { say } from '../../texts/new-journey.js';
import { countries } from './countries.js';

interface Known {
  me: Me;
  words: ProgrammeWords;
  coaches: readonly NamedColleague[];
  /** The server has said that the person is too old, and the reader may make an exception. */
  asksException: boolean;
}

/** The fields of the page: those that everybody sees, and those that are folded. */
export function needsOf(known: Known): { first: Need[]; more: Need[] } {
  const { me, words, asksException } = known;
  const languages = options(words.languages);
  const communes = options(words.communes).filter(({ value }) => me.communes?.includes(value) ?? true);
  const [only] = communes;
  const commune = choice('/commune', say('commune'), communes, true);
  return {
    first: [
      choice('/participant/language', say('language'), languages, true),
      text('/participant/givenName', say('givenName'), true),
      text('/participant/familyName', say('familyName'), true),
      day('/participant/bornOn', say('bornOn'), { required: true }),
      communes.length === 1 && only ? { ...commune, preset: only.value } : commune,
      text('/participant/phone', say('phone')),
      text('/participant/email', say('email')),
      choice('/document/kind', say('paperKind'), options(words.documentKinds)),
      day('/document/validUntil', say('paperUntil'), { hint: say('paperUntilHint') }),
      ...(asksException ? [text('/exception/reason', say('exception'), true)] : []),
    ],
    more: [
      text('/externalId', say('externalId')),
      ...aboutTheParticipant(words, languages),
      day('/firstContactOn', say('firstContactOn'), { latest: me.today }),
      ...(me.role === 'coordinator' ? [coachField(known.coaches)] : []),
    ],
  };
}

const aboutTheParticipant = (words: ProgrammeWords, languages: Options): Need[] => [
  choice(
    '/participant/sex',
    say('sex'),
    (['female', 'male', 'diverse'] as const).map((value) => ({ value, label: say(`sex_${value}`) })),
  ),
  choice('/participant/nationality', say('nationality'), countries(currentLanguage())),
  choice('/participant/germanLevel', say('germanLevel'), levels(words)),
  choice(
    '/participant/schoolCertificate',
    say('certificate'),
    (['none', 'foreign', 'ESA', 'EESA', 'MSA'] as const).map((value) => ({
      value,
      label: say(`certificate_${value}`),
    })),
  ),
  choice('/participant/secondLanguage', say('secondLanguage'), languages),
  {
    pointer: '/participant/channels',
    kind: 'choices',
    label: say('channels'),
    options: [{ value: 'email', label: say('channel_email') }],
    required: false,
  },
];

type Options = NonNullable<Need['options']>;

const options = (titles: Readonly<Record<string, string>>): Options =>
  Object.entries(titles).map(([value, label]) => ({ value, label }));

const levels = ({ fields }: ProgrammeWords): Options =>
  Object.entries(fields).flatMap(([key, label]) =>
    key.startsWith('germanLevel.') ? [{ value: key.slice('germanLevel.'.length), label }] : [],
  );

function coachField(coaches: readonly NamedColleague[]): Need {
  if (coaches.length === 0) return { ...text('/coach', say('coach')), hint: say('coachHint') };
  const known = coaches.map(({ email, name }) => ({ value: email, label: name }));
  return choice('/coach', say('coach'), known);
}

const text = (pointer: string, label: string, required = false): Need => ({
  pointer,
  label,
  kind: 'text',
  required,
});

const choice = (pointer: string, label: string, options: Options, required = false): Need => ({
  pointer,
  label,
  kind: 'choice',
  options,
  required,
});

const day = (pointer: string, label: string, rest: Partial<Need> = {}): Need => ({
  pointer,
  label,
  kind: 'day',
  required: false,
  ...rest,
});
