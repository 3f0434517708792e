import type { Finding } from '../../reconciliation/finding.js';
import type { Verified } from '../../reconciliation/verify.js';
import { table } from '../table.js';

/** More lines help nobody at a terminal; `--json` has them all. */
const shownAtMost = 50;

const healedBy = {
  rebuild: '--heal makes the rows anew',
  replan: '--heal plans the journey anew',
  arm: '--heal has its workflow told anew',
} as const;

type Told = Verified['findings'][number];

/** What was found, one line each: ids and codes, nothing of a person. */
export function findingsTable(findings: readonly Told[]): string {
  const rows = findings
    .slice(0, shownAtMost)
    .map(({ check, subject, detail, remedy, healed }) => [
      check,
      subject,
      detail,
      healed ? 'healed' : remedy ? healedBy[remedy] : 'see docs/operating.md',
    ]);
  const more = findings.length - shownAtMost;
  return [
    table(['Check', 'Journey, account or person', 'Found', 'What heals it'], rows),
    ...(more > 0 ? [`… and ${more} more; --json prints all.`] : []),
  ].join('\n');
}

/** Those that stand. */
export const withoutHealed = (findings: readonly Told[]): Finding[] =>
  findings.filter(({ healed }) => !healed);

/** All of it in one line. */
export function summaryOf({ streams, events, workflows, findings }: Verified): string {
  const left = withoutHealed(findings).length;
  const healed = findings.length - left;
  const result = [
    left === 0 ? 'Nothing differs' : `${left} ${left === 1 ? 'thing differs' : 'things differ'}`,
    ...(healed > 0 ? [`${healed} ${healed === 1 ? 'was' : 'were'} healed`] : []),
  ].join(', ');
  return `${result}: ${streams} streams with ${events} events were checked, ${saidOf(workflows)}.`;
}

function saidOf(workflows: Verified['workflows']): string {
  if (!workflows) return 'and Temporal could not be asked';
  const { asked, unasked } = workflows;
  return `and ${asked} workflows asked${unasked > 0 ? `; ${unasked} could not be asked` : ''}`;
}
