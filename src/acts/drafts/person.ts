import type { Need } from '../../../contract/pages/act.js';
import { recordRoutes } from '../../../contract/routes/records.js';
import type { ChangeParticipant } from '../../../domain/journey/commands/change-participant.js';
import type { WithdrawConsent } from '../../../domain/journey/commands/withdraw-consent.js';
import { purposeWords } from '../../journeys/views/event-words.js';
import type { Bench } from '../bench.js';
import type { Draft } from '../draft.js';
import { wordsOfValues } from '../field-words.js';
import { languageOptions } from '../languages.js';
import { happenedOn, need, optionsOf } from '../needs.js';
import { germanLevels, schoolCertificates, sexes } from '../option-words.js';
import { inWords, type NeedWord } from '../words.js';

/** Of these purposes those are left for which consent stands; no reason is asked. */
export const withdrawConsent = (bench: Bench): Draft => ({
  key: 'consent.withdraw',
  group: 'consent',
  label: inWords(bench, { de: 'Einwilligung widerrufen', en: 'Consent withdrawn' }),
  words: ['widerruf', 'datenschutz', 'einverständnis', 'withdrawal', 'privacy'],
  route: recordRoutes.withdrawConsent,
  params: { id: bench.state.plain.journey },
  body: {},
  needs: [
    happenedOn(bench),
    need(bench, 'choices', '/purposes', 'purposes', {
      required: true,
      options: optionsOf(bench, purposeWords),
      preset: Object.keys(purposeWords),
    }),
  ],
  wish: (body) => ({ type: 'WithdrawConsent', ...body }) as WithdrawConsent,
});

/** What is known of the participant, to be changed; what is left as it is need not be sent. */
export function changeParticipant(bench: Bench): Draft {
  const { case: own, contact, plain } = bench.state;
  const { language, secondLanguage } = contact;
  const tags = languageOptions(bench, [language, secondLanguage]);
  const field = (kind: Need['kind'], name: NeedWord, preset: Need['preset'], options?: Need['options']) =>
    need(bench, kind, `/${name}`, name, {
      ...(options && { options }),
      ...(preset !== undefined && { preset }),
    });
  return {
    key: 'participant.change',
    group: 'participant',
    label: inWords(bench, { de: 'Angaben zur Person ändern', en: 'Change details of the person' }),
    words: ['telefon', 'e-mail', 'adresse', 'nummer', 'name', 'sprache', 'kontaktdaten', 'phone', 'language'],
    route: recordRoutes.changeParticipant,
    params: { id: plain.journey },
    body: {},
    needs: [
      field('text', 'phone', contact.phone),
      field('text', 'email', contact.email),
      field('choices', 'channels', contact.channels, optionsOf(bench, wordsOfValues('channel', ['email']))),
      field('choice', 'language', language, tags),
      field('choice', 'secondLanguage', secondLanguage, tags),
      field('choice', 'germanLevel', own.germanLevel, optionsOf(bench, germanLevels)),
      field('choice', 'schoolCertificate', own.schoolCertificate, optionsOf(bench, schoolCertificates)),
      field('text', 'givenName', own.givenName),
      field('text', 'familyName', own.familyName),
      field('day', 'bornOn', own.bornOn),
      field('choice', 'sex', own.sex, optionsOf(bench, sexes)),
      nationality(bench),
    ],
    sayingNothingIsFine: true,
    wish: ({ language, secondLanguage, phone, email, channels, ...person }) =>
      ({
        type: 'ChangeParticipant',
        person,
        contact: { language, secondLanguage, phone, email, channels },
      }) as ChangeParticipant,
  };
}

const nationality = (bench: Bench): Need => {
  const { nationality } = bench.state.case;
  return need(bench, 'text', '/nationality', 'nationality', {
    hint: inWords(bench, {
      de: 'Zwei große Buchstaben, zum Beispiel ER für Eritrea.',
      en: 'Two capital letters, such as ER for Eritrea.',
    }),
    ...(nationality !== undefined && { preset: nationality }),
  });
};
