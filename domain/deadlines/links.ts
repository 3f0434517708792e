import { currentPapers, milestonesByDay, type StandingPaper } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { AnchorDefinition } from '../programme/schema/anchor.js';
import type { Day, Instant } from '../time.js';
import { berlinDay } from './berlin.js';

/** A record that holds a named date or figure, and what has happened to it since. */
export interface Link {
  /** The record: a paper (all its corrections are one), a milestone, a module, the person, the journey. */
  id: string;
  /** `undefined` where it was not recorded, or erased. */
  value: Day | number | undefined;
  knownAt: Instant;
  /** From an import: rungs up to the end of that day count as passed. */
  imported: boolean;
  event: string;
  /** The event of the newer record that ended what this one had set off. */
  doneBy?: string;
  /** The event with which the record began, where that is not the newest one: of a paper, before its corrections. */
  begunBy?: string;
  paper?: StandingPaper;
}

/** The records that hold a named date, oldest first; of milestones and papers each newer one ends the one before. */
export function linksOf(definition: AnchorDefinition, state: JourneyState): Link[] {
  const { plain, case: own } = state;
  switch (definition.of) {
    case 'document':
      return chained(currentPapers(state).map((paper) => paperLink(paper, definition.field)));
    case 'milestone':
      return chained(
        milestonesByDay(state)
          .filter(({ milestone }) => definition.milestones.includes(milestone))
          .map(({ id, on, data, recordedAt: knownAt, imported, event }) => ({
            id,
            value: valueOf(definition.field === 'on' ? on : data[definition.field]),
            knownAt,
            imported,
            event,
          })),
      );
    case 'module':
      return plain.modules
        .filter(
          ({ module, states }) =>
            module === definition.module && definition.states.includes(states.at(-1)?.state ?? ''),
        )
        .flatMap(({ id, states, source }) => {
          const newest = states.at(-1);
          if (!newest) return [];
          const { event, recordedAt: knownAt } = newest;
          return [{ id, value: own.modules[event]?.on, knownAt, imported: source === 'register', event }];
        });
    case 'person':
      return [
        { ...entryLink(state), ...correctedBirthDate(state), id: plain.participant, value: own.bornOn },
      ];
    case 'journey':
      if (definition.field === 'openedOn') return [{ ...entryLink(state), value: berlinDay(plain.openedAt) }];
      return plain.closed
        ? [
            {
              id: plain.closed.event,
              value: own.closedOn,
              knownAt: plain.closed.at,
              imported: false,
              event: plain.closed.event,
            },
          ]
        : [];
  }
}

const entryLink = ({ plain }: JourneyState) => ({
  id: plain.journey,
  knownAt: plain.openedAt,
  imported: plain.takenOver !== null,
  event: plain.openedBy,
});

/** A birth date that was corrected is known since then. */
function correctedBirthDate({ plain: { bornOnKnown } }: JourneyState) {
  if (!bornOnKnown) return {};
  const { at: knownAt, event, source } = bornOnKnown;
  return { knownAt, event, imported: source === 'register' };
}

/** A later correction makes the day known anew; what ends a paper is the first record of the next one. */
function paperLink(paper: StandingPaper, field: 'validUntil' | 'validFrom' | 'recordedOn'): Link {
  const { id, recordedAt: knownAt, imported, event, firstEvent: begunBy, firstRecordedAt } = paper;
  const value = field === 'recordedOn' ? berlinDay(firstRecordedAt) : paper.paper?.[field];
  return { id, value, knownAt, imported, event, paper, begunBy };
}

function chained(links: Link[]): Link[] {
  return links.map((link, index) => {
    const next = links[index + 1];
    return next ? { ...link, doneBy: next.begunBy ?? next.event } : link;
  });
}

const valueOf = (value: unknown): Day | number | undefined =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined;
