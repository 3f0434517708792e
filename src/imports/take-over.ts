import type { TakeOverJourney } from '../../domain/journey/commands/open-journey.js';
import type { Basis } from '../../domain/journey/events.js';
import type { NamedCoach } from '../journeys/coaches.js';
import { given } from '../journeys/given.js';
import type { RegisterLine, RegisterRow } from './register/register-row.js';
import { cellsByClass } from '../../domain/journey/register/cells.js';

/** What a row alone does not say. */
export interface TakeOver {
  participant: string;
  coach: NamedCoach;
  basis: Basis;
}

/** The command that opens a journey from a row: what is the case, not what was proved. */
export function takeOver(
  row: RegisterRow,
  raw: RegisterLine['raw'],
  { participant, coach, basis }: TakeOver,
): TakeOverJourney {
  const { givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate } = row;
  const { externalId, commune, document, firstContactOn, modules, consent, language = 'de', note } = row;
  const facts = { sex, nationality, germanLevel, schoolCertificate, coachHint: coach.hint };
  return {
    type: 'TakeOverJourney',
    participant,
    externalId,
    commune,
    coach: coach.coach,
    basis,
    modules,
    person: { givenName, familyName, bornOn, ...given(facts) },
    contact: given({
      language: row.language,
      phone: row.phone,
      email: row.email,
      // whoever consents to reminders names e-mail with it: the register has no other channel
      channels: consent?.purposes.includes('reminders') ? ['email'] : undefined,
    }),
    ...given({ document, firstContactOn, note }),
    ...(consent && { consent: { ...consent, language } }),
    registerRow: cellsByClass(raw),
  };
}
