import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../database/sql.js';
import type { CommandRunner } from '../journeys/command-runner.js';
import { tellAgain } from '../relay/dirty-set.js';
import { stillFound } from './confirm.js';
import { streamOf, type Finding, type Remedy } from './finding.js';
import { healReadModels } from './heal-read-models.js';
import type { LookParts } from './look.js';
import type { WorkflowCheck } from './workflows.js';

export type HealParts = LookParts & { runner: CommandRunner };

/** The relay tells a journey within a second, and what is due is carried out within some more. */
const healingMs = 30_000;

/**
 * Heals what is safe to heal, and looks again. What a command does is done by a command, what the relay does is left to
 * the relay: an act that fails is told by the finding that stays.
 * @returns what is found all the same
 */
export async function heal(
  parts: HealParts,
  workflows: WorkflowCheck,
  findings: readonly Finding[],
  patienceMs = healingMs,
): Promise<Finding[]> {
  const having = (remedy: Remedy): string[] => [
    ...new Set(findings.filter((finding) => finding.remedy === remedy).map(streamOf)),
  ];
  // in this order: a plan is made from the rows, and a workflow is told what was planned
  await healReadModels(parts, having('rebuild'));
  for (const journey of having('replan')) await replan(parts, journey);
  const told = having('arm');
  await tellAgain(parts.sql, told);
  for (const end = performance.now() + patienceMs; ;) {
    const left = await stillFound(parts, workflows, findings);
    const isOver = (await isTold(parts.sql, told)) && left.every(({ remedy }) => remedy !== 'arm');
    if (isOver || performance.now() > end) return left;
    await wait(1000);
  }
}

async function replan({ runner, generation }: HealParts, journey: string): Promise<void> {
  const origin = {
    actor: { kind: 'engine', id: 'engine' },
    generation: await generation(),
    bulk: true,
  } as const;
  await runner.run(journey, { type: 'CarryOutDue' }, origin);
}

async function isTold(sql: Sql, journeys: readonly string[]): Promise<boolean> {
  if (journeys.length === 0) return true;
  const { rows } = await sql.query<{ told: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM rm.journey WHERE id = ANY ($1) AND armed_version < stream_version) AS told`,
    [journeys],
  );
  return rows[0]?.told === true;
}
