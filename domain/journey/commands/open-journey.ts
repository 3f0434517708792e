import { inclusiveEnd } from '../../deadlines/dates.js';
import type { Programme } from '../../programme/schema/programme.js';
import type { Day } from '../../time.js';
import type { Basis, Contact, Entry, Paper, Person, ProposedEvent } from '../events.js';
import { Refusal, type Missing } from '../refusal.js';
import type { CellsByClass } from '../register/cells.js';
import type { JourneyState } from '../state.js';
import { refuseFuture, today, type DecisionContext } from './context.js';
import { recordConsent, recordModule } from '../register/records.js';
import { recordPaper, refuseImpossiblePaper } from './record-document.js';

/** Somebody enters the programme; `participant` is an id of the person's own, to which the keys belong. */
export interface OpenJourney {
  type: 'OpenJourney';
  participant: string;
  externalId?: string;
  commune: string;
  coach: string | null;
  person: Person;
  contact: Contact;
  document?: Paper;
  firstContactOn?: Day;
  exception?: string;
  /** Journeys of perhaps the same person, as far as whoever opens may see them. */
  possibleDuplicates?: string[];
}

/** Opens the journey, with the paper if one was shown. Ages are those of today: from 18 until the 28th birthday. */
export function openJourney(
  state: JourneyState,
  command: OpenJourney,
  context: DecisionContext,
): ProposedEvent[] {
  if (state.plain.opened) return [];
  if (command.firstContactOn !== undefined) refuseFuture(command.firstContactOn, context, '/firstContactOn');
  if (command.document) refuseImpossiblePaper(command.document, context, '/document');
  refuseWrongAge(command, context);
  const { externalId, firstContactOn, exception, person, contact, possibleDuplicates = [] } = command;
  const opened: ProposedEvent = {
    type: 'JourneyOpened',
    plain: entryOf(command, context),
    case: {
      ...person,
      ...(externalId !== undefined && { externalId }),
      ...(firstContactOn !== undefined && { firstContactOn }),
      ...(exception !== undefined && { exception }),
      ...(possibleDuplicates.length > 0 && { possibleDuplicates }),
    },
    contact,
  };
  return [opened, ...(command.document ? recordPaper(command.document, {}, context) : [])];
}

/** The plain part of an entry: commune, programme, and the coarse classes that figures need for ever. */
export function entryOf(
  command: Pick<OpenJourney, 'participant' | 'commune' | 'coach' | 'person' | 'document'>,
  context: DecisionContext,
): Entry {
  const { participant, commune, coach, person, document } = command;
  const { programme } = context;
  const kind = programme.documentKinds.find(({ key }) => key === document?.kind);
  const ageGroup = ageGroupOf(person.bornOn, today(context));
  const atEntry = { ageGroup, sex: person.sex ?? 'unknown', statusClass: kind?.statusClass ?? 'unknown' };
  return {
    participant,
    programme: programme.key,
    programmeVersion: programme.version,
    commune,
    coach,
    atEntry,
  };
}

const exceptionFromAge: Missing = {
  code: 'exception',
  text: {
    de: 'Die Altersgrenze ist erreicht; eine Ausnahme mit Begründung kann die Koordination geben.',
    en: 'The age limit is reached; a coordinator may give an exception, with a reason.',
  },
  who: 'coordinator',
};

function refuseWrongAge({ person, exception }: OpenJourney, context: DecisionContext): void {
  const problem = ageProblem(person.bornOn, today(context), context.programme);
  if (problem === 'too-young') {
    throw new Refusal('too-young', `The programme is for people from ${context.programme.ageFrom} years on.`);
  }
  if (problem === 'too-old' && exception === undefined) {
    throw new Refusal(
      'too-old',
      `The programme is for people up to ${context.programme.ageTo} years of age; a coordinator may give an exception.`,
      [exceptionFromAge],
    );
  }
}

/**
 * Whether somebody is outside the programme's ages on a day. The last day of an age is the day before the birthday
 * (§ 187 (2), § 188 (2) BGB), so the programme's ceiling of 27 ends with the day before the 28th birthday.
 */
export function ageProblem(
  bornOn: Day,
  on: Day,
  { ageFrom, ageTo }: Programme,
): 'too-young' | 'too-old' | undefined {
  if (on <= inclusiveEnd(bornOn, { years: ageFrom })) return 'too-young';
  if (on > inclusiveEnd(bornOn, { years: ageTo + 1 })) return 'too-old';
  return undefined;
}

function ageGroupOf(bornOn: Day, on: Day): string {
  const reached = (years: number): boolean => on > inclusiveEnd(bornOn, { years });
  if (!reached(18) || reached(28)) return 'other';
  return reached(25) ? '25-27' : reached(21) ? '21-24' : '18-20';
}

/** A journey taken over from a register: the row says what is the case; it proves nothing. */
export interface TakeOverJourney extends Omit<OpenJourney, 'type' | 'exception' | 'possibleDuplicates'> {
  type: 'TakeOverJourney';
  basis: Basis;
  modules: string[];
  consent?: { on: Day; purposes: string[]; language: string };
  /** The row's cells, each with the class of what it says; the remark is `note`. */
  registerRow?: CellsByClass;
  note?: string;
}

/** Records the row as it stands on the day of import; guards are not applied. */
export function takeOverJourney(
  state: JourneyState,
  command: TakeOverJourney,
  context: DecisionContext,
): ProposedEvent[] {
  if (state.plain.opened) return [];
  const { externalId, firstContactOn, person, contact, basis, document, consent, note } = command;
  const { case: ownCells, status: statusCells, contact: contactCells } = command.registerRow ?? {};
  const source = 'register' as const;
  const on = today(context);
  const events: ProposedEvent[] = [
    {
      type: 'JourneyTakenOver',
      plain: { ...entryOf(command, context), source, basis },
      case: {
        ...person,
        on,
        ...(externalId !== undefined && { externalId }),
        ...(firstContactOn !== undefined && { firstContactOn }),
        ...(ownCells && { registerRow: ownCells }),
      },
      ...(statusCells && { status: { registerRow: statusCells } }),
      contact: { ...contact, ...(contactCells && { registerRow: contactCells }) },
      ...(note !== undefined && { notes: { note } }),
    },
  ];
  if (document) events.push(...recordPaper(document, { source }, context));
  if (consent) events.push(recordConsent(consent, consent.language, context));
  return [...events, ...command.modules.map((module) => recordModule(module, context))];
}
