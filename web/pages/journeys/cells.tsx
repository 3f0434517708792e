import type { JourneyItem } from '../../../contract/journeys/journey.js';
import type { ListColumn } from '../../../contract/pages/list-filters.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';
import type { Listed } from '../../api/reads.js';
import { Day, Distance } from '../../parts/day/day.js';
import { Severity } from '../../parts/severity.js';
import { say } from '../../texts/journeys.js';
import styles from './journeys.module.css';

/** Whether a row is shown in full: a colleague's is not. */
export const isFull = (item: Listed): item is JourneyItem => 'version' in item;

interface CellProps<Item = JourneyItem> {
  of: Item;
  words: ProgrammeWords;
}

interface TableCellProps {
  column: ListColumn;
  item: Listed;
  coachName: (email: string) => string;
  words: ProgrammeWords;
}

/** What blurs when somebody looks over one's shoulder. */
const personal: readonly ListColumn[] = ['externalId', 'paper', 'due', 'flags', 'modules', 'language'];

/** A cell of the table. */
export const Cell = ({ column, ...props }: TableCellProps) => (
  <td data-key={column} data-personal={personal.includes(column) || undefined}>
    {contentOf(column, props)}
  </td>
);

function contentOf(column: ListColumn, { item, coachName, words }: Omit<TableCellProps, 'column'>) {
  switch (column) {
    case 'externalId':
      return item.externalId ?? '–';
    case 'phase':
      return <Phase of={item} words={words} />;
    case 'commune':
      return words.communes[item.commune] ?? item.commune;
    case 'coach':
      return <Coach of={item} coachName={coachName} />;
    default:
      return isFull(item) && <Detail column={column} of={item} words={words} />;
  }
}

/** What only whoever accompanies somebody sees. */
function Detail({ column, of, words }: CellProps & { column: ListColumn }) {
  switch (column) {
    case 'paper':
      return <Paper of={of} words={words} />;
    case 'due':
      return <Due of={of} words={words} />;
    case 'contact':
      return <Contact of={of} />;
    case 'flags':
      return of.flags.map((flag) => words.flags[flag] ?? flag).join(', ') || '–';
    case 'modules':
      return (
        of.modules.map(({ module, state }) => `${module} ${words.moduleStates[state] ?? state}`).join(', ') ||
        '–'
      );
    case 'language':
      return of.language === undefined ? '–' : (words.languages[of.language] ?? of.language);
    default:
      return null;
  }
}

/** Where somebody is in the programme, and what lies over it. */
export function Phase({ of, words }: CellProps<Listed>) {
  const phase = words.phases.find(({ key }) => key === of.phase)?.title ?? of.phase;
  const overlays = isFull(of) ? of.overlays.map((key) => words.overlays[key] ?? key) : [];
  const isClosed = isFull(of) && !of.open && of.phase !== 'closed';
  return <>{[phase, ...overlays, ...(isClosed ? [say('closed')] : [])].join(' · ')}</>;
}

/** Who accompanies somebody; of a colleague's people it says so. */
function Coach({ of, coachName }: { of: Listed; coachName: (email: string) => string }) {
  if (of.coach === null) return <>{say('noCoach')}</>;
  const name = coachName(of.coach);
  return <>{isFull(of) ? name : say('colleague', { coach: name })}</>;
}

/** The last day of the paper, how far it is away, and how soon something is to be done. */
export function Paper({ of, words }: CellProps) {
  const { paper, severity, flags } = of;
  const reasons = flags.map((flag) => words.flags[flag] ?? flag);
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
          <span className={styles.reason} title={reasons.join(', ')}>
            <Severity
              of={severity}
              about={reasons.length > 1 ? `${reasons[0]} +${reasons.length - 1}` : reasons[0]}
            />
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
