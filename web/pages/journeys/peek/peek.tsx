import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Journey } from '../../../../contract/journeys/journey.js';
import { reads, useWords } from '../../../api/reads.js';
import { BlockFailed, Loading } from '../../../parts/block.js';
import { Day } from '../../../parts/day/day.js';
import { PersonName } from '../../../parts/person-name.js';
import { callLink } from '../../../parts/phone.js';
import { Side } from '../../../parts/side.js';
import { Severity } from '../../../parts/severity.js';
import { say } from '../../../texts/journeys.js';
import styles from './peek.module.css';

/** So many deadlines and steps are a summary. */
const few = 4;

/** Somebody in short, beside the list, which stays where it is. */
export function Peek({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(reads.journey(id));
  const { data } = query;
  const name = data && ('participant' in data ? data.participant : data.name);
  return (
    <Side title={name ? <PersonName of={name} /> : say('peek')} size="lg" onClose={onClose}>
      {query.error && !data ? (
        <BlockFailed error={query.error} retry={() => void query.refetch()} />
      ) : !data ? (
        <Loading lines={8} retry={() => void query.refetch()} />
      ) : (
        <>
          {'participant' in data ? <Summary journey={data} /> : <p>{say('colleagueOnly')}</p>}
          <Button component={Link} to={`/teilnehmende/${id}`} mt="md" data-autofocus>
            {say('openPerson')}
          </Button>
        </>
      )}
    </Side>
  );
}

function Summary({ journey }: { journey: Journey }) {
  const words = useWords();
  const { phase, phaseSince, participant, flags, lastContactOn, externalId } = journey;
  const paper = journey.documents.find(({ current }) => current);
  return (
    <>
      {flags.length > 0 && (
        <ul className={styles.flags}>
          {flags.map(({ id, rule, severity }) => (
            <li key={id}>
              <Severity of={severity} /> {words.flags[rule] ?? rule}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts} data-personal>
        <Fact term={say('column_externalId')}>{externalId ?? '–'}</Fact>
        <Fact term={say('column_phase')}>
          {words.phases.find(({ key }) => key === phase)?.title ?? phase}
          {phaseSince !== undefined && (
            <>
              {' · '}
              <Day of={phaseSince} as="table" />
            </>
          )}
        </Fact>
        <Fact term={say('column_paper')}>
          {paper?.validUntil ? (
            <Day of={paper.validUntil} as="table" far />
          ) : (
            say(paper ? 'paperMissing' : 'noPaper')
          )}
        </Fact>
        <Fact term={say('column_contact')}>
          {lastContactOn === null ? say('noContact') : <Day of={lastContactOn} as="table" far />}
        </Fact>
        {participant.phone !== undefined && (
          <Fact term={say('phone')}>
            <a href={callLink(participant.phone)}>{participant.phone}</a>
          </Fact>
        )}
      </dl>
      <Ahead journey={journey} />
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What is due, and what comes next. */
function Ahead({ journey: { deadlines, next } }: { journey: Journey }) {
  const words = useWords();
  const due = deadlines.filter(({ state }) => state === 'open' || state === 'missed').slice(0, few);
  const steps = next.filter(({ missing }) => missing.length === 0).slice(0, few);
  return (
    <>
      <h3>{say('column_due')}</h3>
      {due.length === 0 ? (
        <p>{say('noDue')}</p>
      ) : (
        <ul className={styles.list}>
          {due.map(({ id, title, due: day }) => (
            <li key={id}>
              {title} · <Day of={day} as="table" far />
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <>
          <h3>{say('possibleNow')}</h3>
          <ul className={styles.list}>
            {steps.map((step) => {
              const key = 'module' in step ? step.module : step.milestone;
              return (
                <li key={key}>{('module' in step ? words.modules[key] : words.milestones[key]) ?? key}</li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
