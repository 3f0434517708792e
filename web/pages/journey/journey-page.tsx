import { useTitle } from '../../parts/use-title.js';

export function JourneyPage() {
  useTitle('JourneyPage');
  return <h1>JourneyPage</h1>;
}
