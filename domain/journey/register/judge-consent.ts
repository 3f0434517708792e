import { berlinDay } from '../../deadlines/berlin.js';
import { consentSince, consentWasWithdrawn } from '../consent.js';
import type { Purpose } from '../events.js';
import { milestonesOf, type StandingMilestone } from '../facts.js';
import type { JourneyState } from '../state.js';
import type { RegisterColumn } from './columns.js';
import type { JudgedCell, RowSays, UpdateFromRegister, Verdict } from './row.js';

type Consent = NonNullable<RowSays['consent']>;

/** What a row adds to the consent. */
export interface JudgedConsent {
  cells: JudgedCell[];
  given?: Consent;
}

/**
 * Judges a consent with another day or for more than before. A register gives consent, it never takes one back, and
 * what was withdrawn in Lotse it gives again only with a later day.
 */
export function judgeConsent(
  state: JourneyState,
  { before: { consent: before }, after: { consent: after } }: Pick<UpdateFromRegister, 'before' | 'after'>,
): JudgedConsent {
  if (!after) return { cells: [] };
  const more = after.purposes.filter((purpose) => before?.purposes.includes(purpose) !== true);
  const ended = (before?.purposes ?? []).filter((purpose) => !after.purposes.includes(purpose));
  const cells: JudgedCell[] = ended.some((purpose) => consentSince(state, purpose) !== undefined)
    ? [{ column: 'Einwilligung für', verdict: 'consent_ends' }]
    : [];
  const edited: RegisterColumn[] = [];
  if (after.on !== before?.on) edited.push('Einwilligung am');
  if (more.length > 0) edited.push('Einwilligung für');
  if (edited.length === 0) return { cells };
  const verdict = verdictOf(state, after);
  cells.push(...edited.map((column) => ({ column, verdict })));
  return { cells, ...(verdict === 'taken' && { given: after }) };
}

function verdictOf(state: JourneyState, { on, purposes }: Consent): Verdict & ('taken' | 'known' | 'newer') {
  if (purposes.some((purpose) => wasWithdrawnSince(state, purpose, on))) return 'newer';
  const standing = milestonesOf(state, 'consent_given');
  const covers = ({ data }: StandingMilestone): boolean =>
    purposes.every((purpose) => Array.isArray(data['purposes']) && data['purposes'].includes(purpose));
  const byPerson = standing.filter((each) => !each.imported && (each.on ?? '') >= on);
  if (byPerson.some(covers) || standing.some((each) => each.on === on && covers(each))) return 'known';
  return byPerson.length > 0 ? 'newer' : 'taken';
}

/** Withdrawals are recorded on the day or later, so whoever consented after that day has consented anew. */
const wasWithdrawnSince = (state: JourneyState, purpose: Purpose, on: string): boolean =>
  consentWasWithdrawn(state, purpose) &&
  state.plain.consentWithdrawn.some(
    ({ purposes, recordedAt }) => purposes.includes(purpose) && berlinDay(recordedAt) >= on,
  );
