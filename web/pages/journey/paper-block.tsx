import { useWords } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { Day } from '../../parts/day/day.js';
import { say } from '../../texts/journey.js';
import { daysFrom, dayInFull } from '../../time/days.js';
import { ActButtons } from './act-buttons.js';
import { Differs } from './differs.js';
import { FormHere } from './form-here.js';
import styles from './journey.module.css';
import { deadlineOfPaper } from './ladder.js';
import { LadderList } from './ladder-list.js';
import { usePage } from './page-state.js';

const offered = ['paper.new', 'paper.renewal_requested', 'paper.correct'];

/** The paper that counts now, in words: how long it is valid, who is reminded of it, whether one may work. */
export function PaperBlock() {
  const { journey, acts, day } = usePage();
  const words = useWords();
  const paper = journey.documents.find(({ current, withdrawn }) => current && !withdrawn);
  const deadline = deadlineOfPaper(journey.deadlines, paper?.validUntil);
  const buttons = offered.flatMap((key) => acts.possible.find((act) => act.key === key) ?? []);
  const asked = journey.renewalRequests.filter(
    ({ withdrawn, recordedAt }) => !withdrawn && paper && recordedAt >= paper.recordedAt,
  );
  const note = paper?.employmentNote;
  return (
    <Block
      title={say('paperTitle')}
      aside={<Differs in={({ documents, renewalRequests }) => ({ documents, renewalRequests })} />}
    >
      {!paper && <p>{say('paperNone')}</p>}
      {paper && (
        <>
          <p className={styles.first}>
            <strong data-personal>
              {words.documentKinds[paper.kind ?? ''] ?? paper.kind ?? say('paperErased')}
            </strong>
            {paper.validUntil !== undefined && (
              <>
                {' '}
                · {say('validUntil')} <Day of={paper.validUntil} />
              </>
            )}
          </p>
          {paper.validUntil === undefined ? (
            paper.kind !== undefined && <p>{say('paperMissing')}</p>
          ) : (
            <p>{validity(daysFrom(day, paper.validUntil), dayInFull(paper.validUntil))}</p>
          )}
          {note !== undefined && (
            <p>
              {say('work')} {words.employmentNotes[note] ?? note}
            </p>
          )}
          {asked.map(({ id, on, proof }) => (
            <p key={id}>
              {say('renewalAsked')} {on !== undefined && <Day of={on} />}
              {proof !== undefined && ` · ${words.fields[`proof.${proof}`] ?? proof}`}
            </p>
          ))}
        </>
      )}
      {deadline && <LadderList deadline={deadline} />}
      <ActButtons acts={buttons} place="paper" />
      <FormHere place="paper" />
    </Block>
  );
}

/** How long it is valid, or since when it is not: never more than that. */
function validity(days: number, date: string): string {
  return days >= 0 ? say('paperLeft', { n: days, date }) : say('paperPast', { n: -days });
}
