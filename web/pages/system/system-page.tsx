import { useTitle } from '../../parts/use-title.js';

export function SystemPage() {
  useTitle('SystemPage');
  return <h1>SystemPage</h1>;
}
