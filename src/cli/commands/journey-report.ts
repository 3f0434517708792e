import type { Journey, ReducedJourney } from '../../../contract/journeys/journey.js';
import { aligned } from '../table.js';
import { nameOf } from './journeys.js';

/** A journey for a person at a terminal; of a colleague's journey only what a coach may see of it. */
export function journeyReport(journey: Journey | ReducedJourney): string {
  if (!('version' in journey)) return head(journey, nameOf(journey.name));
  const { participant, documents, modules, milestones, deadlines, next, phaseSince, overlays } = journey;
  return [
    head(journey, nameOf(participant), phaseSince),
    ...overlays.map((overlay) => `over it lies: ${overlay}`),
    ...section(
      'Needs attention',
      journey.flags.map(({ rule, severity, suggestion }) => [urgency[severity] ?? '', rule, suggestion]),
    ),
    ...section(
      'To do',
      journey.tasks.filter(({ state }) => state === 'open').map(({ due, title }) => [`by ${due}`, title]),
    ),
    ...section(
      'Papers',
      documents.map(({ kind = 'erased', validUntil, current }) => [
        kind,
        validUntil ? `valid until ${validUntil}` : 'no date',
        current ? 'current' : '',
      ]),
    ),
    ...section(
      'Modules',
      modules.map(({ module, state, since = '' }) => [module, state, since]),
    ),
    ...section(
      'Milestones',
      milestones.map(({ milestone, on = '' }) => [on, milestone]),
    ),
    ...section(
      'Deadlines',
      deadlines.map(({ due, state, title }) => [due, state, title]),
    ),
    ...section(
      'Next',
      next.map((step) => [
        'module' in step ? step.module : step.milestone,
        step.missing.map(({ text }) => text).join(' '),
      ]),
    ),
    '',
    `On Temporal’s pages its workflow ends with journey/${journey.id}`,
  ].join('\n');
}

/** How soon somebody should see to it, by severity. */
const urgency: Readonly<Record<number, string>> = { 3: 'today', 2: 'this week', 1: 'soon' };

function head(journey: Journey | ReducedJourney, name: string, since?: string): string {
  const { externalId = 'no Kennung', phase, commune, coach } = journey;
  const phaseSince = since === undefined ? phase : `${phase} since ${since}`;
  const hinted =
    'coachHint' in journey && journey.coachHint ? `no account yet: ${journey.coachHint}` : 'no coach';
  return `${externalId}  ${name}\n${phaseSince}, ${commune}, ${coach ?? hinted}`;
}

function section(title: string, rows: string[][]): string[] {
  if (rows.length === 0) return [];
  return ['', `${title}:`, ...aligned(rows).map((line) => `  ${line}`)];
}
