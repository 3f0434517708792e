import { forOneCommand } from '../../domain/deadlines/for-one-command.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { ParticipantKeys } from '../event-store/seal/participant-keys.js';
import type { Programmes } from '../programmes/programmes.js';
import type { CommandResult } from './command-runner.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import type { LoadedJourney } from './loaded-journey.js';
import { standingModelRowsOf, type ModelRows, type StandingModelRows } from './model-changes.js';

/** What a command begins with. Its state is worked on in place. */
export interface Begun {
  state: JourneyState;
  keys: ParticipantKeys;
  planning: PlanContext;
  /** The rows that stand in the inline read models; `undefined` where nobody knows. To be asked before the state is worked on. */
  before(): StandingModelRows | undefined;
  now: Instant;
  surroundings: JourneySurroundings;
}

/** What a command leaves beside its state for the next one of the same act. */
export interface Onward {
  keys: ParticipantKeys;
  planning: PlanContext;
  rows: ModelRows;
  /** When its append was answered, by `performance.now()`: a wait is measured here, an instant is the database's. */
  answeredAt: number;
}

/** @param clock Lotse's instant at the reading; what was recorded already is never later than what comes */
export function begunAnew(loaded: LoadedJourney, clock: Instant, programmes: Programmes): Begun {
  const { state, keys, surroundings } = loaded;
  const { opened, programme } = state.plain;
  const planning = forOneCommand(programmes.planning(opened ? programme : programmes.current.key));
  const before = () => standingRowsOf(loaded, planning);
  return { state, keys, planning, before, now: notBefore(state, clock), surroundings };
}

/**
 * Begins where another command has ended: nothing is read, the database's clock has gone on since by what was waited. Whether
 * somebody was faster meanwhile shows at the append, as always. Only once: after that the state is another one.
 */
export async function begunFrom(after: CommandResult, clock: Pick<Clock, 'at'>): Promise<Begun | undefined> {
  const { state, onward, surroundings } = after;
  if (!onward || !surroundings) return undefined;
  delete after.onward;
  const { keys, planning, rows, answeredAt } = onward;
  const waitedMs = performance.now() - answeredAt;
  const databaseNow = new Date(Date.parse(surroundings.databaseNow) + waitedMs).toISOString();
  const now = notBefore(state, await clock.at(databaseNow));
  return { state, keys, planning, before: () => rows, now, surroundings };
}

const notBefore = ({ plain: { lastRecordedAt } }: JourneyState, clock: Instant): Instant =>
  lastRecordedAt > clock ? lastRecordedAt : clock;

/** A journey that begins has none, by whatever definition. */
const standingRowsOf = (
  { state, isInStep, agendaStamp }: LoadedJourney,
  { programme, stamp }: PlanContext,
): StandingModelRows | undefined =>
  isInStep ? standingModelRowsOf(state, programme, !state.plain.opened || agendaStamp === stamp) : undefined;
