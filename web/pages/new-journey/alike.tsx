import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, useWords } from '../../api/reads.js';
import { PersonName } from '../../parts/person-name.js';
import { say } from '../../texts/new-journey.js';
import styles from './new-journey.module.css';

const restMs = 300;
const fewestLetters = 2;

/** Who is already there under a name like this. Looked up beside the form: what was typed stays. */
export function Alike({ givenName, familyName }: { givenName: string; familyName: string }) {
  const words = useWords();
  const [rested] = useDebouncedValue(`${familyName.trim()} ${givenName.trim()}`.trim(), restMs);
  const isAsked = familyName.trim().length >= fewestLetters && rested.length >= fewestLetters;
  const { data } = useQuery({ ...reads.found(rested), enabled: isAsked });
  const found = isAsked ? (data ?? []) : [];
  return (
    <aside className={styles.alike} aria-label={say('duplicates')}>
      <p role="status" className="visually-hidden">
        {found.length > 0 && say('duplicatesFound', { n: found.length })}
      </p>
      {found.length > 0 && (
        <>
          <h2>{say('duplicates')}</h2>
          <ul>
            {found.map(({ id, name, externalId, commune }) => (
              <li key={id}>
                <Link to={`/teilnehmende/${id}`} target="_blank">
                  <PersonName of={name} /> <span className="visually-hidden">{say('newWindow')}</span>
                </Link>
                <br />
                <small>{[externalId, words.communes[commune] ?? commune].filter(Boolean).join(' · ')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
