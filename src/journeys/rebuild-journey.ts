import { plan } from '../../domain/deadlines/plan.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { agendaChange } from '../../domain/journey/agenda-change.js';
import { fold } from '../../domain/journey/evolve.js';
import { standingOf } from '../../domain/journey/standing.js';
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

/** What the log alone says of a journey. */
export interface RebuiltJourney {
  events: RecordedEvent[];
  state: JourneyState;
  /** Its row in `rm.journey`, but for the relay's own columns. */
  row: JourneyRow;
  /** Its rows in the other inline read models, by the model's name. */
  models: Record<string, object[]>;
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
  const loaded = await loadEvents(sql, secrets.wrapping, id);
  if (loaded.events.length === 0) throw new Error('The log has no such journey');
  return rebuildFrom(secrets, programmes, generation, id, loaded);
}

/** The same of events that are loaded already: pure, but for the seals' nonces. */
export function rebuildFrom(
  secrets: MasterSecrets,
  programmes: Programmes,
  generation: number,
  id: string,
  { events, keys }: { events: RecordedEvent[]; keys: ParticipantKeys },
): RebuiltJourney {
  const state = fold(id, events);
  const { plain } = state;
  const planning = programmes.planning(plain.programme);
  const row = journeyRow({
    state,
    standing: standingOf(state, planning.programme, generation),
    stamp: stampOf(state, planning),
    sealed: sealState(keys, state),
    externalIdHmac: externalIdHmac(secrets, plain.programme, state.case.externalId),
  });
  const models = Object.fromEntries(inlineReadModels.map(({ name, rowsOf }) => [name, rowsOf(state)]));
  return { events, state, row, models };
}

/** The plan's stamp where the agenda is what would be planned now; none where the journey has to be planned anew. */
function stampOf(state: JourneyState, planning: PlanContext): string {
  return agendaChange(state, plan(state, planning)) ? '' : planning.stamp;
}
