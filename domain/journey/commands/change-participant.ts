import type { Contact, Person, ProposedEvent } from '../events.js';
import type { JourneyState } from '../state.js';

/** Contact data, language, channels change; or what was recorded of the person is corrected. */
export interface ChangeParticipant {
  type: 'ChangeParticipant';
  person: Partial<Person>;
  contact: Contact;
}

/** Records what is new; what stands already is not said again. */
export function changeParticipant(
  state: JourneyState,
  { person, contact }: ChangeParticipant,
): ProposedEvent[] {
  const ownNew = changed(state.case, person);
  const contactNew = changed(state.contact, contact);
  if (Object.keys(ownNew).length + Object.keys(contactNew).length === 0) return [];
  return [
    {
      type: 'ParticipantChanged',
      plain: {},
      ...(Object.keys(ownNew).length > 0 && { case: ownNew }),
      ...(Object.keys(contactNew).length > 0 && { contact: contactNew }),
    },
  ];
}

const changed = <Part extends object>(known: object, said: Part): Partial<Part> =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify((known as Record<string, unknown>)[name]),
    ),
  ) as Partial<Part>;
