import { useTitle } from '../../parts/use-title.js';

export function SettingsPage() {
  useTitle('SettingsPage');
  return <h1>SettingsPage</h1>;
}
