import type { MessagePreview } from '../../../contract/pages/messages.js';
import { useWords } from '../../api/reads.js';
import { currentLanguage } from '../../texts/language.js';
import { say } from '../../texts/post-out.js';
import styles from './post-out.module.css';

/** The text in the participant's language, in its direction, and beside it in German. */
export function Preview({ of }: { of: MessagePreview }) {
  const words = useWords();
  const { editions, isProtected, protectedText } = of;
  return (
    <>
      {isProtected && <p>{say('protected')}</p>}
      {editions.length === 0 ? <p>{say('noNumber')}</p> : <p className={styles.dimmed}>{say('asOfToday')}</p>}
      <div className={styles.editions}>
        {editions.map(({ language, direction, subject, text }) => (
          <article key={language}>
            <h3>{words.languages[language] ?? language}</h3>
            <div lang={language} dir={direction} className={styles.text} data-personal>
              <strong>{subject}</strong>
              <p>{text}</p>
            </div>
          </article>
        ))}
      </div>
      {protectedText !== undefined && (
        <>
          <p>{say('protectedToTell')}</p>
          <p lang={currentLanguage()} className={styles.text} data-personal>
            {protectedText}
          </p>
        </>
      )}
    </>
  );
}
