import { useEffect, useRef } from 'react';
import type { ProgrammeTexts } from '../../../contract/pages/programme.js';
import { useWords } from '../../api/reads.js';
import { say } from '../../texts/programme.js';
import styles from './programme.module.css';

interface WordingProps {
  name: string;
  of: ProgrammeTexts['texts'][number]['wordings'][number];
}

/** One text in one language, from the side on which it begins. */
export function Wording({ name, of }: WordingProps) {
  const { language, direction, version, reviewed, subject, text } = of;
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className={styles.wording}>
      <h3 ref={heading} tabIndex={-1}>
        {name}: {words.languages[language] ?? language}
      </h3>
      <p>{say('sample', { version, reviewed: say(reviewed ? 'reviewed' : 'notReviewed') })}</p>
      <div lang={language} dir={direction} className={styles.text}>
        {subject !== '' && <strong>{subject}</strong>}
        <p>{text}</p>
      </div>
    </article>
  );
}
