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
  const { paper, corrects } = command;
  refuseImpossiblePaper(paper, context, '');
  if (corrects !== undefined && !standing(state).some(({ id }) => id === corrects)) {
    throw new Refusal(
      'no-such-record',
      'The record to be corrected is not in this journey.',
      [],
      '/corrects',
    );
  }
  refuseClosed(state);
  const known = state.status.papers[lastRecordOf(state, corrects) ?? ''];
  if (known && samePaper(known, paper)) return [];
  return recordPaper(paper, corrects === undefined ? {} : { corrects }, context);
}

/** Refuses a kind of paper that the programme does not know, and days that can't be; `at` is the paper's place in the request. */
export function refuseImpossiblePaper(
  { kind, validFrom, validUntil }: Paper,
  context: DecisionContext,
  at: string,
): void {
  if (!context.programme.documentKinds.some(({ key }) => key === kind)) {
    throw new Refusal('unknown-kind', 'The programme has no such kind of paper.', [], `${at}/kind`);
  }
  if (validFrom === undefined) return;
  refuseFuture(validFrom, context, `${at}/validFrom`);
  if (validUntil !== undefined && validUntil < validFrom) {
    const sentence = 'The paper would end before it begins; please check both days.';
    throw new Refusal('ends-before-it-begins', sentence, [], `${at}/validUntil`);
  }
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

/** What was withdrawn can be recorded again, and is not corrected. */
const standing = ({ plain }: JourneyState): JourneyState['plain']['documents'] =>
  plain.documents.filter(({ withdrawn }) => !withdrawn);

/** The newest record of the paper that is corrected, else of all papers: what a repetition would repeat. */
function lastRecordOf(state: JourneyState, corrects?: string): string | undefined {
  const documents = standing(state);
  if (corrects === undefined) return documents.at(-1)?.id;
  const root = documents.find(({ id }) => id === corrects)?.root;
  return documents.findLast((document) => document.root === root)?.id;
}

const samePaper = (a: Paper, b: Paper): boolean =>
  a.kind === b.kind &&
  a.validUntil === b.validUntil &&
  a.validFrom === b.validFrom &&
  a.employmentNote === b.employmentNote;
