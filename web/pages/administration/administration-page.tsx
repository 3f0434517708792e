import { useParams } from 'react-router';
import { Sections } from '../../parts/sections/sections.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/administration.js';
import { Communes } from './communes.js';
import { Tokens } from './tokens.js';
import { Users } from './users.js';
import styles from './administration.module.css';

/** The parts by the word of their address. */
const parts = [
  { path: 'nutzer', name: 'users', View: Users },
  { path: 'kommunen', name: 'communes', View: Communes },
  { path: 'zugaenge', name: 'tokens', View: Tokens },
] as const;

/** Who works with Lotse, for whoever administers it. */
export function AdministrationPage() {
  useTitle(say('title'));
  const { part } = useParams();
  const { View, path: current } = parts.find(({ path }) => path === part) ?? parts[0];
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <Sections
        name={say('parts')}
        of={parts.map(({ path, name }) => ({
          key: path,
          text: say(`part_${name}`),
          link: { to: `/verwaltung/${path}` },
        }))}
        current={current}
      />
      <View />
    </div>
  );
}
