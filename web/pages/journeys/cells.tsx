import type { JourneyItem } from '../../../contract/journeys/journey.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';
import type { Listed } from '../../api/reads.js';
import { Day, Distance } from '../../parts/day/day.js';
import { Severity } from '../../parts/severity.js';
import { say } from '../../texts/journeys.js';

/** Whether a row is shown in full: a colleague's is not. */
export const isFull = (item: Listed): item is JourneyItem => 'version' in item;

interface CellProps<Item = JourneyItem> {
  of: Item;
  words: ProgrammeWords;
}

/** Where somebody is in the programme, and what lies over it. */
export function Phase({ of, words }: CellProps<Listed>) {
  const phase = words.phases.find(({ key }) => key === of.phase)?.title ?? of.phase;
  const overlays = isFull(of) ? of.overlays.map((key) => words.overlays[key] ?? key) : [];
  return <>{[phase, ...overlays].join(' · ')}</>;
}

/** The last day of the paper, how far it is away, and how soon something is to be done. */
export function Paper({ of, words }: CellProps) {
  const { paper, severity, flags } = of;
  const kind = paper && (words.documentKinds[paper.kind] ?? paper.kind);
  return (
    <>
      {paper?.validUntil ? (
        <span title={kind ?? undefined}>
          <Day of={paper.validUntil} as="table" far />
        </span>
      ) : (
        say(paper ? 'paperMissing' : 'noPaper')
      )}
      {severity !== null && (
        <>
          {' '}
          <span title={flags.map((flag) => words.flags[flag] ?? flag).join(', ')}>
            <Severity of={severity} />
          </span>
        </>
      )}
    </>
  );
}

/** The earliest deadline that is not done. */
export function Due({ of: { nextDue }, words }: CellProps) {
  if (!nextDue) return <>{say('noDue')}</>;
  return (
    <>
      <Day of={nextDue.day} as="table" /> {words.deadlines[nextDue.rule] ?? nextDue.rule}
    </>
  );
}

/** How long ago somebody was spoken to. */
export function Contact({ of: { lastContactOn } }: { of: JourneyItem }) {
  return lastContactOn === null ? <>{say('noContact')}</> : <Distance of={lastContactOn} />;
}
