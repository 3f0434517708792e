import type { Document, RenewalRequest } from '../../../contract/journeys/paper.js';
import { currentPaper } from '../../../domain/journey/facts.js';
import type { JourneyState } from '../../../domain/journey/state.js';

/** Every record of a paper, corrections as records of their own; the newest one of the current paper is `current`. */
export function documentsOf(state: JourneyState): Document[] {
  const { documents } = state.plain;
  const root = currentPaper(state)?.id;
  const current = documents.findLast((each) => each.root === root && !each.withdrawn)?.id;
  return documents.map(({ id, recordedAt, withdrawn }) => ({
    id,
    ...state.status.papers[id],
    recordedAt,
    current: id === current,
    ...(withdrawn && { withdrawn }),
  }));
}

/** Every request for renewal, withdrawn ones too. */
export const renewalRequestsOf = ({ plain, status }: JourneyState): RenewalRequest[] =>
  plain.renewals.map(({ id, recordedAt, withdrawn }) => ({
    id,
    ...status.renewals[id],
    recordedAt,
    ...(withdrawn && { withdrawn }),
  }));
