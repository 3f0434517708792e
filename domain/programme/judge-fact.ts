import { consentSince, mayBeAccompanied } from '../journey/consent.js';
import {
  currentPapers,
  milestonesByDay,
  milestonesOf,
  modulesOf,
  provenRenewal,
  type StandingMilestone,
  type StandingPaper,
} from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { Instant } from '../time.js';
import { phaseOf } from './phase.js';
import type { Fact } from './schema/fact.js';
import type { Programme } from './schema/programme.js';

/** A fact that nobody has recorded is not unmet: a hint, no refusal. */
export type Verdict = 'met' | 'unmet' | 'unknown';

/** Whether a fact stands; where a record makes it so, by which event and since when it has been known. */
export interface Judged {
  is: Verdict;
  knownAt?: Instant;
  event?: string;
  imported?: boolean;
}

/** In which light a fact is judged. */
export interface Bench {
  state: JourneyState;
  programme: Programme;
  /** Default: the current paper. */
  paper?: StandingPaper | undefined;
  /** Default: every milestone that stands. */
  milestones?: readonly StandingMilestone[];
}

/** Judges one fact. */
export function judgeFact(fact: Fact, bench: Bench): Judged {
  const { state, programme } = bench;
  if ('milestone' in fact) return judgeMilestone(fact, bench.milestones ?? milestonesByDay(state));
  if ('phaseFrom' in fact) return holds(isFrom(fact.phaseFrom, state, programme));
  if ('consent' in fact) return judgeConsent(fact.consent, state);
  if ('closed' in fact) return holds(!state.plain.open);
  if ('takenOver' in fact) return holds(state.plain.takenOver !== null);
  if ('renewalRequest' in fact) return madeBy(provenRenewal(state));
  if ('module' in fact) {
    const instances = modulesOf(state).filter(({ module }) => module === fact.module);
    return madeBy(instances.find((each) => fact.state.includes(each.state)));
  }
  if ('schoolCertificateNot' in fact) {
    const obtained = certificateOf(state, programme);
    return obtained === undefined ? { is: 'unknown' } : holds(!fact.schoolCertificateNot.includes(obtained));
  }
  if ('germanLevelFrom' in fact) {
    const level = levelOf(state, programme);
    return level === undefined ? { is: 'unknown' } : holds(level >= fact.germanLevelFrom);
  }
  return judgePaper(fact, bench);
}

function judgeMilestone(
  { milestone: key, newest, field, in: values, proven }: Extract<Fact, { milestone: string }>,
  milestones: readonly StandingMilestone[],
): Judged {
  const reached = milestones.filter(({ milestone }) => milestone === key);
  return madeBy(
    (newest ? reached.slice(-1) : reached).find(
      ({ data }) =>
        (field === undefined || values?.some((value) => value === data[field])) &&
        (!proven || data['proof'] !== 'self_reported'),
    ),
  );
}

function judgeConsent(purpose: Extract<Fact, { consent: string }>['consent'], state: JourneyState): Judged {
  const knownAt = consentSince(state, purpose);
  if (knownAt !== undefined) return { is: 'met', knownAt };
  return holds(purpose === 'case_work' && mayBeAccompanied(state));
}

/**
 * What a paper says; judged of the current one, it is known since the first of the papers that say so without a break,
 * and of that one since its first record that does: a correction of something else makes it no news.
 */
function judgePaper(
  fact: Extract<Fact, { documentKind: string[] } | { documentDay: true } | { employmentNoteNot: string }>,
  { state, paper: only }: Bench,
): Judged {
  const chain = only ? [only] : currentPapers(state);
  const current = chain.at(-1);
  const verdict = verdictOfPaper(fact, current);
  if (verdict !== 'met') return { is: verdict };
  return madeBy(firstToSay(fact, firstToSay(fact, chain)?.records ?? []));
}

function firstToSay<Said extends Pick<StandingPaper, 'paper'>>(
  fact: Parameters<typeof verdictOfPaper>[0],
  said: readonly Said[],
): Said | undefined {
  return said[said.findLastIndex((each) => verdictOfPaper(fact, each) !== 'met') + 1];
}

function verdictOfPaper(
  fact: Parameters<typeof judgePaper>[0],
  standing: Pick<StandingPaper, 'paper'> | undefined,
): Verdict {
  const paper = standing?.paper;
  if ('documentKind' in fact) return paper && fact.documentKind.includes(paper.kind) ? 'met' : 'unmet';
  if ('documentDay' in fact) return paper?.validUntil === undefined ? 'unmet' : 'met';
  const note = paper?.employmentNote ?? 'unknown';
  return note === 'unknown' ? 'unknown' : note === fact.employmentNoteNot ? 'unmet' : 'met';
}

const holds = (is: boolean): Judged => ({ is: is ? 'met' : 'unmet' });

const madeBy = (record: { event: string; recordedAt: Instant; imported?: boolean } | undefined): Judged =>
  record
    ? { is: 'met', event: record.event, knownAt: record.recordedAt, imported: record.imported ?? false }
    : { is: 'unmet' };

function isFrom(phase: string, state: JourneyState, programme: Programme): boolean {
  const order = (key: string): number => programme.phases.findIndex((known) => known.key === key);
  const { key } = phaseOf(state, programme);
  return key !== 'closed' && order(key) >= order(phase);
}

/** The certificate that was said last, in a milestone or else at the entry. */
export const certificateOf = (state: JourneyState, { saidIn }: Programme): string | undefined =>
  said(saidIn.schoolCertificate, state).at(-1) ?? state.case.schoolCertificate;

/** A0 to C2 sort as they are; the highest that was said at the entry, assessed or examined. */
export function levelOf(state: JourneyState, { saidIn }: Programme): string | undefined {
  const levels = [state.case.germanLevel, ...said(saidIn.germanLevel, state)];
  return levels
    .filter((level) => level !== undefined)
    .sort()
    .at(-1);
}

/** What the milestones say in the fields that the programme names, in the order of recording. */
function said(places: Programme['saidIn']['germanLevel'], state: JourneyState): string[] {
  return milestonesOf(state).flatMap(({ milestone, data }) => {
    const place = places.find((each) => each.milestone === milestone);
    const value = place && data[place.field];
    return typeof value === 'string' ? [value] : [];
  });
}
