import type { BulkCommand, BulkOffer } from '../../contract/pages/bulk.js';
import { routeOfBulk } from '../../contract/routes/bulk.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { CoachOption } from '../acts/coach-options.js';
import { contactNeeds } from '../acts/drafts/contact.js';
import { happenedOn, need, type Asking } from '../acts/needs.js';
import type { Words } from '../acts/words.js';
import type { Account } from '../http/ports.js';

/** What is needed to offer acts on many. */
export interface Offering extends Asking {
  account: Account;
  programme: Programme;
  coaches: readonly CoachOption[];
}

const labels: Record<BulkCommand, Words> = {
  assign_coach: { de: 'Coach wechseln', en: 'Change coach' },
  propose_module: { de: 'Baustein vorschlagen', en: 'Propose a module' },
  record_contact: { de: 'Kontakt eintragen', en: 'Record a contact' },
};

const needsOf: Record<BulkCommand, (offering: Offering) => BulkOffer['needs']> = {
  assign_coach: (offering) => [
    need(offering, 'choice', '/coach', 'coach', {
      required: true,
      options: withinScope(offering).map(({ email, name }) => ({ value: email, label: name })),
    }),
  ],
  propose_module: (offering) => [
    need(
      offering,
      'choice',
      '/module',
      { de: 'Baustein', en: 'Module' },
      {
        required: true,
        options: offering.programme.modules.map(({ key, title }) => ({
          value: key,
          label: `${key} ${title[offering.language]}`,
        })),
      },
    ),
    happenedOn(offering),
    need(offering, 'text', '/provider', 'provider'),
  ],
  record_contact: contactNeeds,
};

/** What this account may do in many journeys at once, as forms that are left to fill in. */
export const bulkOffers = (offering: Offering): BulkOffer[] =>
  (Object.keys(labels) as BulkCommand[])
    .filter((command) => mayDo(command, offering))
    .map((command) => ({
      command,
      label: labels[command][offering.language],
      body: {},
      needs: needsOf[command](offering),
    }));

const mayDo = (command: BulkCommand, { account: { role } }: Offering): boolean =>
  (routeOfBulk[command].permission.roles as readonly string[]).includes(role);

/** Coaches of at least one of her communes: which of them fits each journey is the coordinator's to say. */
const withinScope = ({ account: { communes }, coaches }: Offering): readonly CoachOption[] =>
  coaches.filter(
    (coach) =>
      communes === null || coach.communes === null || coach.communes.some((key) => communes.includes(key)),
  );
