import type { Standing } from '../../../domain/journey/standing.js';
import { foldVersion, type JourneyState, type PlainState } from '../../../domain/journey/state.js';
import { plannerVersion } from '../../../domain/deadlines/plan.js';
import { currentPaper, lastContactOn, provenRenewal } from '../../../domain/journey/facts.js';
import type { Day, Instant } from '../../../domain/time.js';
import { deadlineRowsOf } from '../deadline/deadline.js';
import { flagRowsOf } from '../flag/flag.js';
import type { SealedParts } from '../../event-store/seal/parts.js';

/** A state's parts, and apart from them what the directory of names opens. */
export interface SealedState {
  state: SealedParts;
  names: SealedParts;
}

/** What a journey's row is written from. */
export interface JourneyRowSource {
  state: JourneyState;
  standing: Standing;
  stamp: string;
  sealed: SealedState;
  /** Keyed HMAC of programme and Kennung, hex; null without a Kennung. */
  externalIdHmac: string | null;
}

/** The columns of `rm.journey` that follow from the log; the relay's own columns are not among them. */
export interface JourneyRow {
  id: string;
  participant_id: string;
  programme: string;
  programme_version: number;
  external_id_hmac: string | null;
  commune: string;
  coach_id: string | null;
  phase: string;
  open: boolean;
  stream_version: number;
  version: number;
  fold_version: number;
  planner_version: number;
  agenda_stamp: string;
  recorded_at: Instant;
  next_due: Instant | null;
  last_contact_on: Day | null;
  /** The earliest deadline that is open or missed. */
  next_deadline: Day | null;
  /** Of the flags that are raised. */
  worst_severity: number | null;
  /** The last day of the current paper. */
  paper_until: Day | null;
  /** Its renewal was asked for, with proof. */
  renewal_asked: boolean;
  state_plain: PlainState;
  state_sealed: SealedParts;
  names_sealed: SealedParts;
  standing: Standing;
}

/** The row of a folded state: pure, the same when it is written and when it is rebuilt (but for the seals' nonces). */
export function journeyRow({ state, standing, stamp, sealed, externalIdHmac }: JourneyRowSource): JourneyRow {
  const { plain } = state;
  return {
    id: plain.journey,
    participant_id: plain.participant,
    programme: plain.programme,
    programme_version: plain.programmeVersion,
    external_id_hmac: externalIdHmac === null ? null : `\\x${externalIdHmac}`,
    commune: plain.commune,
    coach_id: plain.coach,
    phase: standing.phase,
    open: plain.open,
    stream_version: plain.streamVersion,
    version: plain.version,
    fold_version: foldVersion,
    planner_version: plannerVersion,
    agenda_stamp: stamp,
    recorded_at: plain.lastRecordedAt,
    next_due: standing.nextDue,
    last_contact_on: lastContactOn(state),
    next_deadline: nextDeadline(state),
    worst_severity: worstSeverity(state),
    paper_until: currentPaper(state)?.paper?.validUntil ?? null,
    renewal_asked: provenRenewal(state) !== undefined,
    state_plain: plain,
    state_sealed: sealed.state,
    names_sealed: sealed.names,
    standing,
  };
}

function nextDeadline(state: JourneyState): Day | null {
  const days = deadlineRowsOf(state)
    .filter((deadline) => deadline.state === 'open' || deadline.state === 'missed')
    .map(({ due }) => due);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

function worstSeverity(state: JourneyState): number | null {
  const severities = flagRowsOf(state).map(({ severity }) => severity);
  return severities.length === 0 ? null : Math.max(...severities);
}

export const journeyColumns: readonly (keyof JourneyRow)[] = [
  'id',
  'participant_id',
  'programme',
  'programme_version',
  'external_id_hmac',
  'commune',
  'coach_id',
  'phase',
  'open',
  'stream_version',
  'version',
  'fold_version',
  'planner_version',
  'agenda_stamp',
  'recorded_at',
  'next_due',
  'last_contact_on',
  'next_deadline',
  'worst_severity',
  'paper_until',
  'renewal_asked',
  'state_plain',
  'state_sealed',
  'names_sealed',
  'standing',
];
