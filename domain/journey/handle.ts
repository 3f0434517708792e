import { atBerlin } from '../deadlines/berlin.js';
import { planWithFlags } from '../deadlines/plan.js';
import type { PlanContext } from '../deadlines/plan-context.js';
import { forOneCommand } from '../deadlines/for-one-command.js';
import { agendaChange } from './agenda-change.js';
import { dueNow } from './commands/carry-out-due.js';
import type { DecisionContext } from './commands/context.js';
import { decide, type Command } from './commands/index.js';
import { refuseUnplanned } from './commands/steer-message.js';
import { copyOf } from './copy.js';
import type { ProposedEvent, RecordedEvent } from './events.js';
import { evolve } from './evolve.js';
import type { JourneyState } from './state.js';

/** Ids that belong to the command, so that the same command proposes the same events. */
export interface CommandIds {
  commandId: string;
  correlationId: string;
  causationId: string;
  eventId(index: number): string;
}

export interface Handled {
  /** What happened, in order: the command's own events, what was due now, and the change of the agenda. */
  events: RecordedEvent[];
  state: JourneyState;
}

/** The version in which every event type is written today. */
export const schemaVersion = 1;

/** More rounds than any chain of engine acts needs; a plan that never comes to rest is a bug to be seen. */
const maximumRounds = 10;

/**
 * The whole way of one command, pure: decide, fold, plan; carry out what is due now and needs nobody outside; record
 * how the agenda changed. The recorded agenda is compared with the new plan each time, so every command also heals
 * what an older planner left. `recordedAt` of all events is `context.now`, which the store checks.
 */
export function handle(
  state: JourneyState,
  command: Command,
  context: DecisionContext,
  planning: PlanContext,
  ids: CommandIds,
): Handled {
  const handled = handleInPlace(copyOf(state), command, context, forOneCommand(planning), ids);
  return handled.events.length > 0 ? handled : { events: [], state };
}

/**
 * The same for whoever has just loaded the state and shows it to nobody else: it becomes the one that is given back,
 * and is of no use any more after a refusal. Copying took a tenth of a command's time.
 * @param planning best one for this command (`forOneCommand`): several plans are made with it
 */
export function handleInPlace(
  working: JourneyState,
  command: Command,
  context: DecisionContext,
  planning: PlanContext,
  ids: CommandIds,
): Handled {
  const events: RecordedEvent[] = [];
  const record = (proposed: ProposedEvent): void => {
    const event = recorded(proposed, working.plain.streamVersion + 1, events.length, context, ids);
    events.push(event);
    evolve(working, event);
  };
  const { lastRecordedAt } = working.plain;

  decide(working, command, context).forEach(record);
  // whatever follows is recorded now: what is over by now is not planned any more
  working.plain.lastRecordedAt = context.now;
  let planned = planWithFlags(working, planning);
  refuseUnplanned(events, planned.agenda);
  for (let round = 0; ; round += 1) {
    const due = dueNow(working, planned, planning, context.now);
    if (due.length === 0) break;
    if (round === maximumRounds) throw new Error('The plan did not come to rest');
    due.forEach(record);
    planned = planWithFlags(working, planning);
  }

  const change = agendaChange(working, planned.agenda);
  if (change) {
    record({ type: 'AgendaChanged', plain: { stamp: planning.stamp }, ...change, by: 'engine' });
  }
  if (events.length === 0) working.plain.lastRecordedAt = lastRecordedAt;
  return { events, state: working };
}

/** The state that a command alone leads to, without what is due then and the plan. */
export function foresee(
  state: JourneyState,
  command: Command,
  context: DecisionContext,
  ids: CommandIds,
): JourneyState {
  const working = structuredClone(state);
  for (const [index, proposed] of decide(working, command, context).entries()) {
    evolve(working, recorded(proposed, working.plain.streamVersion + 1, index, context, ids));
  }
  return working;
}

function recorded(
  { occurredOn, by, ...event }: ProposedEvent,
  version: number,
  index: number,
  { now, actor }: DecisionContext,
  { commandId, correlationId, causationId, eventId }: CommandIds,
): RecordedEvent {
  return {
    ...event,
    id: eventId(index),
    version,
    schemaVersion,
    commandId,
    correlationId,
    causationId,
    actor: by === 'engine' ? { kind: 'engine', id: 'engine' } : actor,
    occurredAt: occurredOn === undefined ? now : atBerlin(occurredOn, 0),
    recordedAt: now,
    erased: [],
  };
}
