import { useMantineColorScheme } from '@mantine/core';
import type { Me } from '../../../contract/access.js';
import { currentLanguage, languages, type Language } from '../../texts/language.js';
import { say } from '../../texts/sign-in.js';
import { useTitle } from '../../parts/use-title.js';
import { SignInForm } from './sign-in-form.js';
import styles from './sign-in.module.css';

interface SignInPageProps {
  onSignedIn: (me: Me) => void;
  onLanguage: (language: Language) => void;
}

/** The first page, for everybody. */
export function SignInPage({ onSignedIn, onLanguage }: SignInPageProps) {
  useTitle(say('title'));
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <strong>Lotse</strong>
        <label>
          {say('language')}{' '}
          <select value={currentLanguage()} onChange={({ target }) => onLanguage(target.value as Language)}>
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {language === 'de' ? 'Deutsch' : 'English'}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('colours')}{' '}
          <select
            value={colorScheme}
            onChange={({ target }) => setColorScheme(target.value as 'auto' | 'light' | 'dark')}
          >
            {(['auto', 'light', 'dark'] as const).map((scheme) => (
              <option key={scheme} value={scheme}>
                {say(scheme)}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main className={styles.card}>
        <h1>{say('title')}</h1>
        <SignInForm onSignedIn={onSignedIn} />
      </main>
    </div>
  );
}
