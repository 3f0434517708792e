import type { JourneyState } from '../journey/state.js';
import { judgeFact, type Judged } from '../programme/judge-fact.js';
import type { DeadlineRule } from '../programme/schema/deadline.js';
import type { Programme } from '../programme/schema/programme.js';
import type { Day, Instant } from '../time.js';
import { berlinDay, endOfDay } from './berlin.js';
import { computeDay } from './compute.js';
import { linksOf, type Link } from './links.js';

/** A recorded date from which a deadline is computed, and what has happened to it since. */
export interface Anchor extends Omit<Link, 'value' | 'paper' | 'begunBy'> {
  /** The date as recorded, and the day by the law that follows from it. */
  value: Day;
  due: Day;
  previous?: string;
}

/**
 * The chain of anchors of a rule, oldest first. Records whose date is missing or erased, or to which the rule does
 * not apply, give none.
 */
export function anchorsOf(rule: DeadlineRule, state: JourneyState, programme: Programme): Anchor[] {
  let previous: string | undefined;
  const anchors: Anchor[] = [];
  for (const link of definedLinks(rule.anchor, state, programme)) {
    const { id, value, doneBy } = link;
    if (typeof value !== 'string' || !isLaw(rule, value)) continue;
    const known = knownWith(rule, link, state, programme);
    const due = known && computeDay(rule.compute, contextOf(rule, link, value, state, programme));
    if (!known || due === undefined) continue;
    anchors.push({
      id,
      ...known,
      value,
      due,
      ...(doneBy !== undefined && { doneBy }),
      ...(previous !== undefined && { previous }),
    });
    previous = link.id;
  }
  return anchors;
}

function definedLinks(anchor: string, state: JourneyState, { anchors }: Programme): Link[] {
  const definition = anchors.find(({ key }) => key === anchor);
  return definition ? linksOf(definition, state) : [];
}

const isLaw = ({ law }: DeadlineRule, day: Day): boolean =>
  day >= (law.validFrom ?? '') && (law.validTo === null || day <= law.validTo);

/** Since when everything is known that makes the rule apply to this record; `undefined` where it does not. */
function knownWith(
  { appliesIf }: DeadlineRule,
  link: Link,
  state: JourneyState,
  programme: Programme,
): Pick<Link, 'knownAt' | 'imported' | 'event'> | undefined {
  let { knownAt, imported, event } = link;
  for (const fact of appliesIf) {
    const judged: Judged = judgeFact(fact, { state, programme, paper: link.paper });
    if (judged.is === 'unmet') return undefined;
    if (judged.event === undefined || judged.knownAt === undefined || judged.knownAt <= knownAt) continue;
    ({ knownAt, event, imported = false } = { ...judged, knownAt: judged.knownAt, event: judged.event });
  }
  return { knownAt, imported, event };
}

function contextOf(rule: DeadlineRule, link: Link, value: Day, state: JourneyState, programme: Programme) {
  return {
    value,
    tables: programme.tables,
    /** Of the same record, else of the last one that was known with it, else of the newest. */
    named(anchor: string): Day | number | undefined {
      const links = definedLinks(anchor, state, programme);
      const same = links.find(({ id }) => id === link.id);
      const before = links.findLast(({ knownAt }) => knownAt <= link.knownAt);
      return (same ?? before ?? links.at(-1))?.value;
    },
  };
}

/** The instant up to which rungs count as passed: when the fact became known; for an import, the end of that day. */
export const passedUntil = ({ knownAt, imported }: Pick<Anchor, 'knownAt' | 'imported'>): Instant =>
  imported ? endOfDay(berlinDay(knownAt)) : knownAt;
