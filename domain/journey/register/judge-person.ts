import { certificateOf, levelOf } from '../../programme/judge-fact.js';
import type { Programme } from '../../programme/schema/programme.js';
import type { Contact, Person } from '../events.js';
import type { JourneyState } from '../state.js';
import type { RegisterColumn } from './columns.js';
import { judgeValue, type JudgedCell, type UpdateFromRegister } from './row.js';

/** What a row changes about the person, and how she is reached. */
export interface JudgedPerson {
  cells: JudgedCell[];
  person: Partial<Person>;
  contact: Contact;
}

const personColumns = {
  familyName: 'Nachname',
  givenName: 'Vorname',
  bornOn: 'Geburtsdatum',
  sex: 'Geschlecht',
  nationality: 'Staatsangehörigkeit',
  germanLevel: 'Deutschniveau',
  schoolCertificate: 'Schulabschluss',
} as const satisfies Partial<Record<keyof Person, RegisterColumn>>;

const contactColumns = {
  language: 'Sprache',
  phone: 'Telefon',
  email: 'E-Mail',
} as const satisfies Partial<Record<keyof Contact, RegisterColumn>>;

/** Judges each detail by itself: a corrected telephone number comes in beside a name that a person has corrected. */
export function judgePerson(
  state: JourneyState,
  { before, after }: Pick<UpdateFromRegister, 'before' | 'after'>,
  programme: Programme,
): JudgedPerson {
  const person = judged<Person>(personColumns, before.person, after.person, recordedPerson(state, programme));
  const contact = judged<Contact>(contactColumns, before.contact, after.contact, state.contact);
  return { cells: [...person.cells, ...contact.cells], person: person.taken, contact: contact.taken };
}

/** An assessment or an examination says more of level and certificate than the entry did. */
const recordedPerson = (state: JourneyState, programme: Programme): Partial<Person> => {
  const germanLevel = levelOf(state, programme);
  const schoolCertificate = certificateOf(state, programme);
  return {
    ...state.case,
    ...(germanLevel !== undefined && { germanLevel }),
    ...(schoolCertificate !== undefined && { schoolCertificate }),
  };
};

function judged<Details extends object>(
  columns: Partial<Record<keyof Details, RegisterColumn>>,
  before: Partial<Details>,
  after: Partial<Details>,
  now: Partial<Details>,
): { cells: JudgedCell[]; taken: Partial<Details> } {
  const cells: JudgedCell[] = [];
  const taken: Partial<Details> = {};
  for (const [name, column] of Object.entries(columns) as [keyof Details, RegisterColumn][]) {
    const verdict = judgeValue(before[name], after[name], now[name]);
    if (verdict === undefined) continue;
    cells.push({ column, verdict });
    const value = after[name];
    if (verdict === 'taken' && value !== undefined) taken[name] = value;
  }
  return { cells, taken };
}
