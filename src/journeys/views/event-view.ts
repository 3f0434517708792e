import type { Role } from '../../../contract/access.js';
import type { EventView } from '../../../contract/journeys/event.js';
import type { RecordedEvent } from '../../../domain/journey/events.js';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import { actorView, type NamesOfActors } from '../../access/actor-names.js';
import { eventText } from './event-text.js';
import type { Language } from './language.js';
import { seesNotes } from './view-context.js';

/** What an event's view needs. */
export interface EventContext {
  role: Role;
  language: Language;
  programme: Programme;
  /** E-mail addresses by account id: a coach is named by it. */
  emails: ReadonlyMap<string, string>;
  names: NamesOfActors;
}

/** An event as the role may see it; parts that were erased are absent. */
export function eventView(
  event: RecordedEvent,
  { role, language, programme, emails, names }: EventContext,
): EventView {
  const { id, version, type, occurredAt, recordedAt, actor, commandId, causationId } = event;
  return {
    id,
    version,
    type,
    occurredAt,
    recordedAt,
    actor: actorView(actor, names),
    commandId,
    ...(causationId !== commandId && { because: causationId }),
    data: dataOf(event, role, emails),
    text: eventText(event, programme, language),
  };
}

/** The account of a coach that an event names. */
export function coachIn({ plain }: RecordedEvent): string | undefined {
  return 'coach' in plain && plain.coach !== null ? plain.coach : undefined;
}

function dataOf(event: RecordedEvent, role: Role, emails: EventContext['emails']): Record<string, unknown> {
  const { plain, status, contact, notes } = event;
  const coach = coachIn(event);
  const named = coach === undefined ? plain : { ...plain, coach: emails.get(coach) ?? null };
  return [named, ownPart(event), status, contact, seesNotes(role) ? notes : undefined].reduce<
    Record<string, unknown>
  >((data, part) => joined(data, part ?? {}), {});
}

/** The other journeys that were named to whoever opened this one are not for every reader of this one. */
function ownPart(event: RecordedEvent): object | undefined {
  if (event.type !== 'JourneyOpened' || !event.case) return event.case;
  const { possibleDuplicates: _, ...own } = event.case;
  return own;
}

/** An event's parts as one object again: lists of two classes follow each other, objects are put together. */
function joined(one: object, other: object): Record<string, unknown> {
  const all: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const here = all[name];
    if (Array.isArray(here) && Array.isArray(value)) all[name] = [...here, ...value];
    else if (isObject(here) && isObject(value)) all[name] = joined(here, value);
    else all[name] = value;
  }
  return all;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
