import type { Role } from '../../../contract/access.js';
import type { JourneyRef } from '../../../contract/journeys/shared.js';
import type { PlanContext } from '../../../domain/deadlines/plan-context.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import type { NamesOfActors } from '../../access/actor-names.js';
import type { MailsOfNotices } from '../../read-models/staff-mail/mails-of-notices.js';
import type { CallBack } from '../../reminders/call-back.js';
import type { Texts } from '../../reminders/texts.js';
import type { Instant } from '../../../domain/time.js';
import type { Language } from './language.js';

/** Who reads, and what a view needs beside the state. */
export interface ViewContext {
  role: Role;
  language: Language;
  programme: Programme;
  /** What would be planned, for whoever asks why. */
  planning: PlanContext;
  texts: Texts;
  /** The coach's e-mail address, and who can be called back. */
  coach: string | null;
  callBack: CallBack;
  now: Instant;
  /** In which mails staff were told, by the key of the notice. */
  staffMails: MailsOfNotices;
  /** Of those who recorded something. */
  names: NamesOfActors;
  /** What stands behind the @ of a message's id. */
  mailDomain: string;
}

/** Coordinators see everything of their scope except notes. */
export const seesNotes = (role: Role): boolean => role === 'coach';

/** The journey as items of lists name it; erased parts are absent. */
export const journeyRefOf = ({ plain, case: own }: JourneyState): JourneyRef => ({
  id: plain.journey,
  ...(own.externalId !== undefined && { externalId: own.externalId }),
  name: nameOf(own),
});

/** The name as far as it is not erased. */
export const nameOf = ({ givenName, familyName }: JourneyState['case']): JourneyRef['name'] => ({
  ...(givenName !== undefined && { givenName }),
  ...(familyName !== undefined && { familyName }),
});
