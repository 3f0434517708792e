import { retentionClasses, type RetentionClass } from '../../../domain/journey/classes.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { livingKey, type ParticipantKeys } from '../../event-store/seal/participant-keys.js';
import { openTexts, type Parts, type SealedParts } from '../../event-store/seal/parts.js';
import { bareRow, type FoldedJourney } from '../../journeys/rebuild-journey.js';
import type { MasterSecrets } from '../../event-store/seal/master-secrets.js';
import { classesOfNames, namesOf } from '../journey/sealed-names.js';
import type { JourneyRow } from '../journey/journey-row.js';

/** What of a journey's row is not as its log says. */
export interface JourneyDifference {
  /** What its workflow holds, or the instant for which it is armed: it has to be told again. */
  isToldWrong: boolean;
}

/**
 * Compares a journey's row with its log: `undefined` where it is right. The seals are opened, for each has a nonce of
 * its own. Which planner wrote the agenda last, and in which generation, is not the log's: another one is no difference.
 */
export function journeyDifference(
  standing: JourneyRow,
  folded: FoldedJourney,
  secrets: MasterSecrets,
): JourneyDifference | undefined {
  const { state_plain: plain, standing: told, planner_version: _, ...columns } = bareRow(folded, secrets);
  const isTold =
    standing.next_due === columns.next_due &&
    isSameJson({ ...standing.standing, generation: 0 }, { ...told, generation: 0 });
  const isRight =
    isTold &&
    Object.entries(columns).every(([name, value]) => standing[name as keyof JourneyRow] === value) &&
    isSameJson(standing.state_plain, plain) &&
    isSameSealed(standing.state_sealed, retentionClasses, folded.state, folded) &&
    isSameSealed(standing.names_sealed, classesOfNames, namesOf(folded.state), folded);
  return isRight ? undefined : { isToldWrong: !isTold };
}

/** Whether a row's sealed parts say what these do. A part without a living key is sealed by nobody. */
function isSameSealed(
  sealed: SealedParts | null,
  classes: readonly RetentionClass[],
  wanted: Parts,
  { state, keys }: FoldedJourney,
): boolean {
  const found = sealed && opened(sealed, state, keys);
  return (
    !!found &&
    classes.every((name) =>
      livingKey(keys, name) ? isSameText(found[name], wanted[name]) : found[name] === undefined,
    )
  );
}

/** `undefined` where a seal was tampered with. */
function opened(sealed: SealedParts, { plain }: JourneyState, keys: ParticipantKeys) {
  try {
    return openTexts(keys, plain.participant, sealed).texts;
  } catch {
    return undefined;
  }
}

/** Mostly the members are in the same order, and nothing has to be read. */
const isSameText = (read: string | undefined, written: unknown): boolean =>
  read !== undefined && (read === JSON.stringify(written) || isSameJson(JSON.parse(read), written));

/** Whether what was read says the same as what would be written: members in any order, none that are undefined. */
export function isSameJson(read: unknown, written: unknown): boolean {
  if (read === written) return true;
  if (typeof read !== 'object' || typeof written !== 'object' || read === null || written === null)
    return false;
  if (Array.isArray(read)) {
    return (
      Array.isArray(written) &&
      read.length === written.length &&
      read.every((each, at) => isSameJson(each, written[at] ?? null))
    );
  }
  if (Array.isArray(written)) return false;
  const own = read as Readonly<Record<string, unknown>>;
  let count = 0;
  for (const [name, value] of Object.entries(written)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(own, name) || !isSameJson(own[name], value)) return false;
    count += 1;
  }
  return count === Object.keys(own).length;
}
