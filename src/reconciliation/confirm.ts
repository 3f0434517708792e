import { setTimeout as wait } from 'node:timers/promises';
import { distinct, nameOf, streamOf, type CheckName, type Finding } from './finding.js';
import { lookThrough, type LookParts } from './look.js';
import type { WorkflowCheck } from './workflows.js';

/** What a moment may explain: a relay that is about to tell, an act that is under way. */
const passing: readonly CheckName[] = ['armed', 'overdue', 'message', 'temporal'];

/** Longer than any of that takes on a healthy system. */
export const graceMs = 10_000;

/** Looks a second time at what was found: only what is found again is a difference. */
export async function confirm(
  parts: LookParts,
  workflows: WorkflowCheck,
  suspects: readonly Finding[],
  grace = graceMs,
): Promise<Finding[]> {
  if (suspects.some(({ check }) => passing.includes(check))) await wait(grace);
  return stillFound(parts, workflows, suspects);
}

/** Which of these are found now too, as they are found now. */
export async function stillFound(
  parts: LookParts,
  workflows: WorkflowCheck,
  suspects: readonly Finding[],
): Promise<Finding[]> {
  const known = new Set(suspects.map(nameOf));
  const stored = suspects.filter(({ check }) => check !== 'temporal');
  const told = suspects.filter(({ check }) => check === 'temporal');
  const again: Finding[] = [];
  for await (const { findings } of lookThrough(parts, [...new Set(stored.map(streamOf))]))
    again.push(...findings);
  if (told.length > 0) again.push(...(await workflows.ask(told.map(streamOf))).findings);
  return distinct(again.filter((finding) => known.has(nameOf(finding))));
}
