import { v5 as uuidv5 } from 'uuid';
import type { AgendaItem, Deadline } from '../../domain/deadlines/agenda.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { handle } from '../../domain/journey/handle.js';
import { Refusal } from '../../domain/journey/refusal.js';
import { initialState, type JourneyState } from '../../domain/journey/state.js';
import type { Day, Instant } from '../../domain/time.js';
import { planningWith } from './planning.js';
import { instantOf, type Step } from './steps.js';
import { consent, opening, participant } from './wishes.js';

export const journeyId = '0b54a8a0-6f0e-4b7e-9d55-1f7f8f0f3c11';

/** A journey in memory: commands take their whole way, only nothing is stored. */
export class Story {
  state: JourneyState;
  readonly events: RecordedEvent[] = [];
  private commands = 0;

  constructor(
    public now: Instant,
    public planning: PlanContext = planningWith(),
    private readonly id = journeyId,
  ) {
    this.state = initialState(id);
  }

  get today(): Day {
    return berlinDay(this.now);
  }

  /** A day so many days from today; negative is past. */
  day(distance: number): Day {
    return addDays(this.today, distance);
  }

  /** Lets a person do something now, a coach unless told otherwise; gives what happened, and throws Refusal. */
  does(command: Command, role: 'coach' | 'coordinator' = 'coach'): RecordedEvent[] {
    const commandId = uuidv5(`command|${(this.commands += 1)}`, this.id);
    const actor = { kind: 'person', id: participant, role } as const;
    const idFor = (name: string): string => uuidv5(name, commandId);
    const { events, state } = handle(
      this.state,
      command,
      { now: this.now, actor, programme: this.planning.programme, windows: this.planning, idFor },
      this.planning,
      {
        commandId,
        correlationId: commandId,
        causationId: commandId,
        eventId: (index) => uuidv5(`event|${index}`, commandId),
      },
    );
    this.state = state;
    this.events.push(...events);
    return events;
  }

  /** As `does`, where a rule may stand against it: then nothing happens. */
  tries(command: Command): RecordedEvent[] {
    try {
      return this.does(command);
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  }

  /** Lets the clock go on to an instant and carries out what is due there. */
  reaches(instant: Instant): RecordedEvent[] {
    this.now = instant;
    return this.does({ type: 'CarryOutDue' });
  }

  get deadlines(): Deadline[] {
    const { case: own, status } = this.state;
    return [...Object.values(own.agenda.deadlines), ...Object.values(status.agenda.deadlines)];
  }

  /** The participant's messages that lie ahead, the earliest first. */
  get reminders(): AgendaItem[] {
    const { case: own, status } = this.state;
    return [...Object.values(own.agenda.items), ...Object.values(status.agenda.items)]
      .filter(({ act }) => act === 'remind')
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}

/** A journey of somebody who may be reminded, opened and consented to at an instant. */
export function reachable(now: Instant, planning?: PlanContext): Story {
  const story = new Story(now, planning);
  story.does(opening(story.today));
  story.does(consent(story.today));
  return story;
}

/**
 * A journey that has gone through all these wishes; those that a rule stands against did nothing.
 * @param who its id and its participant's, where there are several
 */
export function storyOf(
  history: readonly Step[],
  now: Instant,
  planning?: PlanContext,
  who: { journey: string; participant: string } = { journey: journeyId, participant },
): Story {
  const story = new Story(now, planning, who.journey);
  story.does({
    ...opening(story.today, who.participant),
    ...(who.journey !== journeyId && { externalId: who.journey }),
  });
  for (const step of history) {
    story.now = instantOf(step, story.state, story.now);
    story.tries(step.wish(story.state, story.today, story.now));
  }
  return story;
}
