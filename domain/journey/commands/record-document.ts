import type { Paper, ProposedEvent } from '../events.js';
import { Refusal } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { refuseClosed, refuseFuture, type DecisionContext } from './context.js';

/** A residence paper was seen; `corrects` names the record of the same paper that was wrong. */
export interface RecordDocument {
  type: 'RecordDocument';
  paper: Paper;
  corrects?: string;
}

/** Records a paper, or a correction of one. The same paper said twice is said once. */
export function recordDocument(
  state: JourneyState,
  command: RecordDocument,
  context: DecisionContext,
): ProposedEvent[] {
  refuseClosed(state);
  const { paper, corrects } = command;
  if (paper.validFrom !== undefined) refuseFuture(paper.validFrom, context, '/validFrom');
  if (paper.validFrom !== undefined && paper.validUntil !== undefined && paper.validUntil < paper.validFrom) {
    throw new Refusal(
      'ends-before-it-begins',
      'The paper would end before it begins; please check both days.',
    );
  }
  if (corrects !== undefined && !state.plain.documents.some(({ id }) => id === corrects)) {
    throw new Refusal('no-such-record', 'The record to be corrected is not in this journey.');
  }
  const last = state.plain.documents.at(-1);
  const known = state.status.papers[corrects ?? last?.id ?? ''];
  if (known && samePaper(known, paper)) return [];
  return recordPaper(paper, corrects === undefined ? {} : { corrects }, context);
}

/** The event of a paper; `source` tells that it comes from a register. */
export function recordPaper(
  paper: Paper,
  origin: { corrects?: string; source?: 'register' },
  context: DecisionContext,
): ProposedEvent[] {
  return [
    { type: 'DocumentRecorded', plain: { document: context.idFor('document'), ...origin }, status: paper },
  ];
}

const samePaper = (a: Paper, b: Paper): boolean =>
  a.kind === b.kind &&
  a.validUntil === b.validUntil &&
  a.validFrom === b.validFrom &&
  a.employmentNote === b.employmentNote;
