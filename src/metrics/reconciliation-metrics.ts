import type { Sql } from '../database/sql.js';
import { checkNames, type CheckName } from '../reconciliation/finding.js';
import { standingFindings } from '../reconciliation/findings-table.js';
import { lastRun, type LastRun } from '../reconciliation/run-table.js';
import { metric } from './metric.js';

/** What the nightly check found, and when it was done last. */
export interface ReconciliationFigures {
  findings: { check: CheckName; count: number }[];
  last: LastRun;
}

/** Reads them; `undefined` where the database does not answer. */
export async function reconciliationFigures(sql: Sql): Promise<ReconciliationFigures | undefined> {
  try {
    return { findings: await standingFindings(sql), last: await lastRun(sql) };
  } catch {
    return undefined; // the part "database" says so
  }
}

/** The figures in the text format of Prometheus; before the first check is done nothing is said of it. */
export function reconciliationMetrics({ findings, last }: ReconciliationFigures): string[] {
  const countOf = (name: CheckName): number => findings.find(({ check }) => check === name)?.count ?? 0;
  const { finishedAt, seconds } = last;
  return [
    ...metric(
      'lotse_findings',
      'gauge',
      'Differences that stand, by the check that found them.',
      checkNames.map((name) => [`check="${name}"`, countOf(name)]),
    ),
    ...(finishedAt === null
      ? []
      : metric(
          'lotse_reconciliation_last_success_timestamp_seconds',
          'gauge',
          'When the nightly check was done last.',
          [['', Date.parse(finishedAt) / 1000]],
        )),
    ...(seconds === null
      ? []
      : metric('lotse_reconciliation_duration_seconds', 'gauge', 'How long it took.', [['', seconds]])),
  ];
}
