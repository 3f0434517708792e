import { useTitle } from '../../parts/use-title.js';

export function JourneysPage() {
  useTitle('JourneysPage');
  return <h1>JourneysPage</h1>;
}
