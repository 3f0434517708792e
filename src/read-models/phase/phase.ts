import { staysOf, type Leaving } from '../../../domain/programme/stays.js';
import type { Day } from '../../../domain/time.js';
import type { InlineReadModel } from '../inline-read-model.js';

/** A journey's stay in a phase: keys and days, nothing of a person. */
export interface PhaseRow {
  /** The journey and the stay's number in it. */
  key: string;
  journey_id: string;
  phase: string;
  entered_on: Day;
  /** Null where the journey is there still. */
  left_on: Day | null;
  way: Leaving | null;
}

/** Every stay of every journey in its phases, for the flow through them and how long they take. */
export const phaseReadModel: InlineReadModel<PhaseRow> = {
  name: 'phase',
  key: 'key',
  isOfDefinition: true,
  rowsOf: (state, programme) =>
    staysOf(state, programme).map(({ phase, enteredOn, left }, at) => ({
      key: `${state.plain.journey}/${at}`,
      journey_id: state.plain.journey,
      phase,
      entered_on: enteredOn,
      left_on: left?.on ?? null,
      way: left?.way ?? null,
    })),
  changing: ['phase', 'entered_on', 'left_on', 'way'],
};
