import { plan } from '../../domain/deadlines/plan.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { agendaChange } from '../../domain/journey/agenda-change.js';
import { fold } from '../../domain/journey/evolve.js';
import { standingOf, type Standing } from '../../domain/journey/standing.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import type { ParticipantKeys } from '../event-store/seal/participant-keys.js';
import type { Programmes } from '../programmes/programmes.js';
import { inlineReadModels } from '../read-models/index.js';
import { journeyRow, type JourneyRow } from '../read-models/journey/journey-row.js';
import { externalIdHmac } from './external-id.js';
import { loadEvents } from './loaded-journey.js';
import { sealState } from './sealed-state.js';

/** What making rows takes beside the log. */
export interface RowSources {
  secrets: MasterSecrets;
  programmes: Programmes;
}

/** A journey's events, opened and in order, and its participant's keys. */
export interface JourneyLog {
  events: RecordedEvent[];
  keys: ParticipantKeys;
}

/** A journey as its events alone tell it. */
export interface FoldedJourney extends JourneyLog {
  state: JourneyState;
  standing: Standing;
  /** Its rows in the inline read models beside `rm.journey`, by the model's name. */
  models: Record<string, object[]>;
}

/** What the log alone says of a journey. */
export interface RebuiltJourney extends FoldedJourney {
  /** Its row in `rm.journey`, but for the relay's own columns. */
  row: JourneyRow;
}

/**
 * Folds a journey from its first event and makes its rows of every inline read model anew, by the same pure functions
 * that wrote them. Reads only; parts whose key was destroyed stay erased. Throws where the log has no such journey.
 * @param generation the installation's, which the standing tells the workflow
 */
export async function rebuildJourney(
  sql: Sql,
  secrets: MasterSecrets,
  programmes: Programmes,
  generation: number,
  id: string,
): Promise<RebuiltJourney> {
  const log = await loadEvents(sql, secrets.wrapping, id);
  if (log.events.length === 0) throw new Error('The log has no such journey');
  return rebuildFrom(secrets, programmes, generation, id, log);
}

/** The same of events that are loaded already: pure, but for the seals' nonces. */
export function rebuildFrom(
  secrets: MasterSecrets,
  programmes: Programmes,
  generation: number,
  id: string,
  log: JourneyLog,
): RebuiltJourney {
  const folded = foldJourney(id, log, programmes, generation);
  return { ...folded, row: rowOf(folded, { secrets, programmes }) };
}

/** Folds events that are there already. Pure; throws where the journey's programme is not installed. */
export function foldJourney(
  id: string,
  log: JourneyLog,
  programmes: Programmes,
  generation: number,
): FoldedJourney {
  const state = fold(id, log.events);
  const programme = programmes.of(state.plain.programme);
  const standing = standingOf(state, programme, generation);
  const models = Object.fromEntries(
    inlineReadModels.map(({ name, rowsOf }) => [name, rowsOf(state, programme)]),
  );
  return { ...log, state, standing, models };
}

/** The columns of a folded journey's row that need neither a seal nor a plan. */
export function bareRow(
  { state, standing }: FoldedJourney,
  secrets: MasterSecrets,
): Omit<JourneyRow, 'state_sealed' | 'names_sealed' | 'agenda_stamp'> {
  const { plain, case: own } = state;
  const hmac = externalIdHmac(secrets, plain.programme, own.externalId);
  const {
    state_sealed: _,
    names_sealed: __,
    agenda_stamp: ___,
    ...bare
  } = journeyRow({
    state,
    standing,
    stamp: '',
    sealed: { state: {}, names: {} },
    externalIdHmac: hmac,
  });
  return bare;
}

/** A folded journey's row. Planning takes as long as all the rest: only for a row that is written. */
export function rowOf(folded: FoldedJourney, { secrets, programmes }: RowSources): JourneyRow {
  const { state, keys } = folded;
  const agenda_stamp = stampOf(state, programmes.planning(state.plain.programme));
  const sealed = sealState(keys, state);
  return {
    ...bareRow(folded, secrets),
    agenda_stamp,
    state_sealed: sealed.state,
    names_sealed: sealed.names,
  };
}

/** The plan's stamp where the agenda is what would be planned now; none where the journey has to be planned anew. */
function stampOf(state: JourneyState, planning: PlanContext): string {
  return agendaChange(state, plan(state, planning)) ? '' : planning.stamp;
}
