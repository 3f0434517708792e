import type { Standing } from '../domain/journey/standing.js';

/** What an operator reads on a workflow's page: codes, no paper, no name. Markdown. */
export function detailsOf(standing: Standing): string {
  const { phase, open, modules, overlays, version } = standing;
  const running = modules.map(({ module, state }) => `${module} (${state})`).join(', ');
  return [
    `**${phase}**${open ? '' : ' (closed)'}, version ${version}`,
    `modules: ${running || 'none'}`,
    ...(overlays.length > 0 ? [`overlays: ${overlays.join(', ')}`] : []),
    `waits for: ${standing.nextDue === null ? 'news' : `news, or ${standing.waitsFor} at ${standing.nextDue}`}`,
  ].join('  \n');
}

/** What the timer in the history is for. */
export const timerSummary = ({ waitsFor }: Standing): string => `until the next ${waitsFor}`;
