import { useTitle } from '../../parts/use-title.js';

export function NewJourneyPage() {
  useTitle('NewJourneyPage');
  return <h1>NewJourneyPage</h1>;
}
