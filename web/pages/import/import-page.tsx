import { useMe } from '../../api/reads.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/import.js';
import { ImportForm } from './import-form.js';
import { PastImports } from './past-imports.js';
import styles from './import.module.css';

/** Letting a register in, and what was let in before. */
export function ImportPage() {
  useTitle(say('title'));
  const { role, demonstration } = useMe();
  return (
    <div className={styles.page}>
      <h1>{say('heading')}</h1>
      <p>{say(role === 'admin' ? 'introAdmin' : 'intro')}</p>
      {role === 'coordinator' && (
        <>
          {demonstration && <p>{say('demonstration')}</p>}
          <ImportForm />
        </>
      )}
      <PastImports />
    </div>
  );
}
