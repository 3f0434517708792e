import type { CommandOrigin, CommandRunner } from '../journeys/command-runner.js';
import { loadEvents } from '../journeys/loaded-journey.js';
import { AlreadyAnswered, Conflict } from '../journeys/outcomes.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import type { JourneyEvent, RecordedEvent } from '../../domain/journey/events.js';
import { fold } from '../../domain/journey/evolve.js';
import { lastContactOn, modulesOf } from '../../domain/journey/facts.js';
import { Refusal } from '../../domain/journey/refusal.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Batch } from './batch.js';
import { LeftAsItIs } from './left-as-it-is.js';
import type { Before, KeptOutcome } from './sealed.js';
import { accompaniedBy, wishOf, type BulkTask, type WayBack } from './task.js';

export interface ActingParts {
  sql: Sql;
  secrets: Pick<MasterSecrets, 'wrapping'>;
  runner: CommandRunner;
}

/** What an act is in a journey: who sends it and what. */
export interface Acting {
  batch: Batch;
  task: BulkTask;
  journey: string;
}

/** Carries an act out in one journey, or says what would become of it. Doing it again has no second effect. */
export async function actOnJourney(parts: ActingParts, acting: Acting): Promise<KeptOutcome> {
  try {
    return await (acting.batch.dryRun ? foreseen(parts, acting) : carriedOut(parts, acting));
  } catch (error) {
    const outcome = outcomeOf(error, acting.journey);
    if (!outcome) throw error;
    return outcome;
  }
}

async function foreseen({ runner }: ActingParts, { batch, task, journey }: Acting): Promise<KeptOutcome> {
  const { wish, seen } = watching(task, journey);
  const { plain } = await runner.foresee(journey, wish, originOf(batch, journey));
  const { before, version } = seen();
  const outcome = plain.streamVersion > version ? 'done' : 'unchanged';
  return { journeyId: journey, outcome, ...(outcome === 'done' && before && { before }) };
}

async function carriedOut(parts: ActingParts, { batch, task, journey }: Acting): Promise<KeptOutcome> {
  const { wish, seen } = watching(task, journey);
  const origin = originOf(batch, journey);
  try {
    const { events } = await parts.runner.run(journey, wish, origin);
    return recorded(journey, events, seen().before);
  } catch (error) {
    if (!(error instanceof AlreadyAnswered)) throw error;
    // carried out before a crash: the log says what was before and what came of it
    const { wrapping } = parts.secrets;
    const { events } = await loadEvents(parts.sql, wrapping, journey, error.streamVersion);
    const commandId = parts.runner.commandId(origin);
    const own = events.filter((event) => event.commandId === commandId);
    const earlier = events.filter(({ version }) => version < (own[0]?.version ?? 0));
    return recorded(journey, own, beforeOf(task, fold(journey, earlier)));
  }
}

/** The wish, and what it found when it was last asked. */
function watching(task: BulkTask, journey: string) {
  let found: { before: Before | undefined; version: number } | undefined;
  const asked = wishOf(task, journey);
  return {
    wish: (state: JourneyState) => {
      found = { before: beforeOf(task, state), version: state.plain.streamVersion };
      return asked(state);
    },
    seen: () => {
      if (!found) throw new Error('The command was decided without a wish');
      return found;
    },
  };
}

function beforeOf(task: BulkTask, state: JourneyState): Before | undefined {
  switch (task.type) {
    case 'AssignCoach':
      return { coach: accompaniedBy(state) };
    case 'RecordContact':
      return { lastContactOn: lastContactOn(state) };
    case 'ProposeModule':
      return { modules: modulesOf(state).map(({ module, state: reached }) => ({ module, state: reached })) };
    case 'TakeBack':
      return undefined;
  }
}

function recorded(
  journeyId: string,
  events: readonly RecordedEvent[],
  before: Before | undefined,
): KeptOutcome {
  if (events.length === 0) return { journeyId, outcome: 'unchanged' };
  const wayBack = events.map((event) => wayBackOf(event, before)).find((way) => way !== undefined);
  return { journeyId, outcome: 'done', ...(before && { before }), ...(wayBack && { wayBack }) };
}

function wayBackOf(event: JourneyEvent, before: Before | undefined): WayBack | undefined {
  switch (event.type) {
    case 'ContactRecorded':
      return { kind: 'contacts', record: event.plain.record };
    case 'ModuleChanged':
      return { kind: 'modules', record: event.plain.record };
    case 'CoachAssigned': {
      if (!before || !('coach' in before)) return undefined;
      const hint = event.case?.hint;
      return {
        kind: 'coach',
        was: before.coach,
        became: { coach: event.plain.coach, ...(hint !== undefined && { hint }) },
      };
    }
    default:
      return undefined;
  }
}

/** The id of the command follows from act and journey: sent twice it is one. */
const originOf = ({ id, accountId, role }: Batch, journey: string): CommandOrigin => ({
  actor: { kind: 'person', id: accountId, role },
  idempotency: {
    account: accountId,
    route: 'POST /api/v1/bulk',
    key: `${id}|${journey}`,
    body: id,
    status: 202,
  },
  correlationId: id,
  bulk: true,
});

function outcomeOf(error: unknown, journeyId: string): KeptOutcome | undefined {
  if (error instanceof LeftAsItIs) {
    return { journeyId, outcome: 'unchanged', why: { code: error.code, missing: [] } };
  }
  if (error instanceof Refusal) {
    const { code, message: text, missing } = error;
    return { journeyId, outcome: 'refused', why: { code, text, missing } };
  }
  if (error instanceof Conflict) {
    return { journeyId, outcome: 'refused', why: { code: 'conflict', missing: [] } };
  }
  return undefined;
}
