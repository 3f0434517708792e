import type { Document } from '../../../contract/journeys/paper.js';
import { currentPaper } from '../../../domain/deadlines/anchors.js';
import type { Paper } from '../../../domain/journey/events.js';
import type { JourneyState } from '../../../domain/journey/state.js';

/** Every record of a paper, corrections as records of their own; the newest one of the current paper is `current`. */
export function documentsOf(state: JourneyState): Document[] {
  const current = currentRecord(state);
  return state.plain.documents.map(({ id, recordedAt }) => ({
    id,
    ...state.status.papers[id],
    recordedAt,
    current: id === current,
  }));
}

/** The current paper as it was last recorded; `undefined` without one, and where it was erased. */
export function currentPaperOf(state: JourneyState): Paper | undefined {
  return state.status.papers[currentRecord(state) ?? ''];
}

function currentRecord(state: JourneyState): string | undefined {
  const first = currentPaper(state);
  return state.plain.documents.findLast(({ root }) => root === first)?.id;
}
