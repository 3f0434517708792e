import { byDay, clockStart, milestonesByDay, milestonesOf } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import { phaseOf } from '../programme/phase.js';
import type { Programme } from '../programme/schema/programme.js';
import type { StuckStart } from '../programme/schema/stuck.js';
import { addSpan } from '../programme/span.js';
import type { Day } from '../time.js';

/** Since when something lasts; `anchor` tells one occurrence from the next. */
export interface Since {
  anchor: string;
  because: string;
  from: Day;
  /** Not before this day is over, however long it lasts: something has happened meanwhile. */
  quietUntil?: Day;
}

/** The day from which a stuck rule's span counts, and the record that it comes from; `undefined` where there is none. */
export function sinceOf(start: StuckStart, state: JourneyState, programme: Programme): Since | undefined {
  const entry: Since = { anchor: 'entry', because: state.plain.openedBy, from: clockStart(state) };
  if (start === 'entry') return entry;
  if (start === 'contact') return lastContact(state, entry);
  if ('milestone' in start) {
    const { milestone, field, in: values } = start;
    // the last one counts: what was found before may have been decided anew
    const reached = milestonesOf(state, milestone).at(-1);
    if (!reached) return state.plain.takenOver === null ? undefined : entry;
    const counts = field === undefined || values?.includes(String(reached.data[field])) === true;
    if (!counts || reached.on === undefined) return undefined;
    return { anchor: reached.id, because: reached.event, from: reached.on };
  }
  if ('newestOf' in start) {
    const last = milestonesByDay(state).findLast(({ milestone }) => start.newestOf.includes(milestone));
    return last?.on === undefined ? undefined : { anchor: last.id, because: last.event, from: last.on };
  }
  if ('phase' in start) return quietPhase(start, state, programme, entry);
  const waiting = state.plain.modules
    .filter(({ module }) => start.modules.includes(module))
    .flatMap(({ id, states }) => {
      const newest = states.at(-1);
      const from = newest && state.case.modules[newest.event]?.on;
      return from !== undefined && start.states.includes(newest?.state ?? '')
        ? [{ anchor: id, because: newest?.event ?? '', on: from }]
        : [];
    });
  const [first] = byDay(waiting);
  return first && { anchor: first.anchor, because: first.because, from: first.on };
}

function lastContact({ plain, case: own }: JourneyState, entry: Since): Since {
  const contacts = plain.contacts
    .filter(({ reached, withdrawn }) => reached && !withdrawn)
    .map(({ id, event }) => ({ id, event, on: own.contacts[id]?.on }));
  const last = byDay(contacts).at(-1);
  if (last?.on === undefined || last.on < entry.from) return entry;
  return { anchor: last.id, because: last.event, from: last.on };
}

/** The rule's own span counts from the phase; what was reached meanwhile gives its quiet time first. */
function quietPhase(
  { phase, quietFor }: Extract<StuckStart, { phase: string }>,
  state: JourneyState,
  programme: Programme,
  entry: Since,
): Since | undefined {
  const { key, since } = phaseOf(state, programme);
  if (key !== phase || since === undefined) return undefined;
  const start = since > entry.from ? since : entry.from;
  const last = milestonesByDay(state).at(-1);
  if (last?.on === undefined) return { ...entry, from: start };
  return { anchor: last.id, because: last.event, from: start, quietUntil: addSpan(last.on, quietFor) };
}
