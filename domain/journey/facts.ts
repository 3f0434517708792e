import { berlinDay } from '../deadlines/berlin.js';
import type { Day } from '../time.js';
import type { Data, ModuleState, Paper } from './events.js';
import { perFacts } from './per-version.js';
import type { JourneyState, PlainState } from './state.js';

/** The facts that stand: what was withdrawn is left out, what was erased has no details. */

/** A milestone that stands, with all its fields; `on` and fields are absent where their part was erased. */
export interface StandingMilestone {
  id: string;
  milestone: string;
  recordedAt: string;
  event: string;
  on: Day | undefined;
  data: Data;
  imported: boolean;
}

/** Every milestone that stands, in the order of recording; of one key, or of all. */
export const milestonesOf = (state: JourneyState, key?: string): readonly StandingMilestone[] =>
  key === undefined ? standing(state) : standing(state).filter(({ milestone }) => milestone === key);

const standing = perFacts(({ plain, case: own, status, contact, notes }): readonly StandingMilestone[] =>
  plain.milestones
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, milestone, recordedAt, event, data, source }) => ({
      id,
      milestone,
      recordedAt,
      event,
      on: own.milestones[id]?.on,
      data: {
        ...data,
        ...own.milestones[id]?.data,
        ...status.milestones[id],
        ...contact.milestones[id],
        ...notes[id]?.data,
      },
      imported: source === 'register',
    })),
);

/** The same by their days. */
export const milestonesByDay = perFacts((state): readonly StandingMilestone[] => byDay(milestonesOf(state)));

/** The newest milestone of a key that stands. */
export const lastMilestone = (state: JourneyState, key: string): StandingMilestone | undefined =>
  milestonesOf(state, key).at(-1);

/** Milestones that stand by their days, on one day as they were recorded; where days were erased, as recorded. */
export const byDay = <Dated extends { on: Day | undefined }>(milestones: readonly Dated[]): Dated[] =>
  [...milestones].sort((a, b) => compareDays(a.on, b.on));

const compareDays = (a: Day = '', b: Day = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** A module instance that stands, in its newest state; `since` is absent where its part was erased. */
export interface StandingModule {
  id: string;
  module: string;
  state: ModuleState;
  since: Day | undefined;
  provider: string | undefined;
  imported: boolean;
  event: string;
  recordedAt: string;
}

/** Every module instance that stands. */
export const modulesOf = perFacts(({ plain, case: own }): readonly StandingModule[] =>
  plain.modules.flatMap(({ id, module, states, source }) => {
    const newest = states.at(-1);
    if (!newest) return [];
    const provider = states
      .map(({ event }) => own.modules[event]?.provider)
      .findLast((name) => name !== undefined);
    const since = own.modules[newest.event]?.on;
    return [
      {
        id,
        module,
        state: newest.state,
        since,
        provider,
        imported: source === 'register',
        event: newest.event,
        recordedAt: newest.recordedAt,
      },
    ];
  }),
);

/** States that a module instance can't leave: an end is withdrawn, not left. */
export const moduleEnds: readonly ModuleState[] = ['completed', 'aborted', 'not_started'];

/** What was said of a paper at one time; absent where it was erased. */
export interface PaperRecord {
  paper: Paper | undefined;
  recordedAt: string;
  event: string;
  imported: boolean;
}

/** A paper that stands, with what its last standing correction says. */
export interface StandingPaper extends PaperRecord {
  id: string;
  /** Its first record and all corrections, the oldest first. */
  records: readonly PaperRecord[];
  /** The first record of the paper, before all corrections. */
  firstRecordedAt: string;
  firstEvent: string;
  rank: Day;
}

/** Every paper that stands, in the order of first recording; all corrections of one are one. */
export const papersOf = perFacts(({ plain, status }): readonly StandingPaper[] => {
  const papers = new Map<string, StandingPaper>();
  for (const document of plain.documents) {
    if (document.withdrawn || isRootWithdrawn(plain, document.root)) continue;
    const { root: id, recordedAt, event, source } = document;
    const paper = status.papers[document.id];
    const record: PaperRecord = { paper, recordedAt, event, imported: source === 'register' };
    const before = papers.get(id);
    papers.set(id, {
      ...record,
      id,
      records: [...(before?.records ?? []), record],
      firstRecordedAt: before?.firstRecordedAt ?? recordedAt,
      firstEvent: before?.firstEvent ?? event,
      rank: paper?.validFrom ?? before?.rank ?? berlinDay(recordedAt),
    });
  }
  return [...papers.values()];
});

/** Withdrawing a paper's first record withdraws the paper; withdrawing a correction brings back what stood before. */
const isRootWithdrawn = ({ documents }: PlainState, root: string): boolean =>
  documents.some(({ id, withdrawn }) => id === root && withdrawn === true);

/**
 * The papers that are or were the current one, oldest first: each that is not older than the one before it. The
 * current paper is the one with the latest `validFrom` (else the day of recording), then the later record; an older
 * one that is recorded late was never current and changes nothing.
 */
export const currentPapers = perFacts((state): readonly StandingPaper[] => {
  const chain: StandingPaper[] = [];
  for (const paper of papersOf(state)) {
    const last = chain.at(-1);
    if (!last || paper.rank >= last.rank) chain.push(paper);
  }
  return chain;
});

/** The paper that counts now. */
export const currentPaper = (state: JourneyState): StandingPaper | undefined => currentPapers(state).at(-1);

/** The day on which the journey entered: first contact where it is known, else the day of opening. */
export const entryDay = ({ plain, case: own }: JourneyState): Day =>
  own.firstContactOn ?? berlinDay(plain.openedAt);

/** The day on which clocks start that need a fact which a register can't tell: the day of import. */
export const clockStart = (state: JourneyState): Day =>
  state.plain.takenOver === null && state.plain.firstContactBy === undefined
    ? entryDay(state)
    : berlinDay(state.plain.openedAt);

/** A renewal that was asked for since the current paper, with proof that a third party could confirm. */
export function provenRenewal(
  state: JourneyState,
): { id: string; event: string; recordedAt: string; on: Day } | undefined {
  const paper = currentPaper(state);
  return state.plain.renewals
    .filter(({ withdrawn }) => !withdrawn)
    .filter(({ recordedAt }) => paper !== undefined && recordedAt >= paper.firstRecordedAt)
    .flatMap(({ id, event, recordedAt }) => {
      const said = state.status.renewals[id];
      return said && said.proof !== 'self_reported' ? [{ id, event, recordedAt, on: said.on }] : [];
    })
    .at(-1);
}

/** The last contact in both directions, else the first contact as it was told; `null` where neither is known. */
export const lastContactOn = perFacts(({ plain, case: own }): Day | null => {
  const days = plain.contacts
    .filter(({ reached, withdrawn }) => reached && !withdrawn)
    .flatMap(({ id }) => own.contacts[id]?.on ?? []);
  return [...days, ...(own.firstContactOn === undefined ? [] : [own.firstContactOn])].sort().at(-1) ?? null;
});

/** Whether a record that a deadline came from was not withdrawn; the person and the journey always stand. */
export const recordStands = ({ plain }: JourneyState, record: string): boolean =>
  !plain.milestones.some(({ id, withdrawn }) => id === record && withdrawn) &&
  !isRootWithdrawn(plain, record) &&
  !plain.modules.some(({ id, states }) => id === record && states.length === 0);
