import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { ProgrammeTexts } from '../../../contract/pages/programme.js';
import { reads, useMe, useWords } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { textName } from '../../parts/message/text-name.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/programme.js';
import styles from './programme.module.css';
import { Wording } from './wording.js';

/** Every text in every language, whether somebody who speaks it has read it, and how it reads. */
export function TextsOfProgramme() {
  const query = useQuery(reads.programmeTexts(useMe()));
  return (
    <Block title={say('texts')} query={query} lines={12}>
      <p>{say('textsIntro')}</p>
      {query.data && <TextTable of={query.data} />}
      {query.data && <Chosen of={query.data} />}
    </Block>
  );
}

function TextTable({ of: { languages, texts } }: { of: ProgrammeTexts }) {
  const words = useWords();
  return (
    <PlainTable
      name={say('texts')}
      columns={[say('text'), ...languages.map((language) => words.languages[language] ?? language)]}
    >
      {texts.map(({ key, exposure, wordings }) => (
        <Table.Tr key={key}>
          <Table.Th scope="row">
            {textName(key)}
            <small className={styles.below}>{say(`exposure_${exposure}`)}</small>
          </Table.Th>
          {languages.map((language) => {
            const wording = wordings.find((each) => each.language === language);
            const name = { text: textName(key), language: words.languages[language] ?? language };
            return (
              <Table.Td key={language}>
                {wording ? (
                  <Link
                    to={{ search: `teil=texts&eintrag=${key}&sprache=${language}` }}
                    aria-label={`${say('readText', name)}: ${say(wording.reviewed ? 'reviewed' : 'notReviewed')}`}
                  >
                    {say(wording.reviewed ? 'reviewed' : 'notReviewed')}
                  </Link>
                ) : (
                  say('notWritten')
                )}
              </Table.Td>
            );
          })}
        </Table.Tr>
      ))}
    </PlainTable>
  );
}

/** The text that the address asks for, in its language; where it names none, in German. */
function Chosen({ of: { texts } }: { of: ProgrammeTexts }) {
  const [search] = useSearchParams();
  const text = texts.find(({ key }) => key === search.get('eintrag'));
  const language = search.get('sprache') ?? 'de';
  const wording = text?.wordings.find((each) => each.language === language);
  if (!text || !wording) return null;
  return <Wording key={`${text.key} ${language}`} name={textName(text.key)} of={wording} />;
}
