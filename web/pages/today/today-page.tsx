import { useTitle } from '../../parts/use-title.js';

export function TodayPage() {
  useTitle('TodayPage');
  return <h1>TodayPage</h1>;
}
