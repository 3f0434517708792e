import { useTitle } from '../../parts/use-title.js';

export function AttentionPage() {
  useTitle('AttentionPage');
  return <h1>AttentionPage</h1>;
}
