import { confirm } from './confirm.js';
import { checkNames, distinct, nameOf, type Finding } from './finding.js';
import { noteFindings } from './findings-table.js';
import { heal, type HealParts } from './heal.js';
import { lookThrough, streamsBehind } from './look.js';
import { armedJourneys, type Asked, type WorkflowCheck } from './workflows.js';

/** What verifying found. */
export interface Verified {
  /** Journeys and accounts that were looked at, with so many events. */
  streams: number;
  events: number;
  /** `undefined` where Temporal could not be asked. */
  workflows: Omit<Asked, 'findings'> | undefined;
  findings: (Finding & { healed: boolean })[];
}

export interface VerifyOptions {
  /** Heals what is safe to heal, and notes what stands; else nothing is written. */
  heal: boolean;
  /** Asks Temporal for every journey that waits, not for some. */
  complete: boolean;
  /** Told how many streams of how many were looked at. */
  progress: (done: number, of: number) => void;
  /** How long a second look waits; default that of `confirm`. */
  graceMs?: number;
  /** How long it waits for the relay to heal; default that of `heal`. */
  patienceMs?: number;
}

/** Some are enough to see that Temporal is another one, or an old one. */
const sampleSize = 100;

/** Checks everything at once, while Lotse runs or not. */
export async function verify(
  parts: HealParts,
  workflows: WorkflowCheck,
  options: VerifyOptions,
): Promise<Verified> {
  const ids = await streamsBehind(parts, null);
  const suspects: Finding[] = [];
  let [streams, events] = [0, 0];
  for await (const seen of lookThrough(parts, ids)) {
    streams += seen.streams;
    events += seen.events;
    suspects.push(...seen.findings);
    options.progress(streams, ids.length);
  }
  const asked = await askWorkflows(parts, workflows, options);
  suspects.push(...(asked?.findings ?? []));
  const found = await confirm(parts, workflows, distinct(suspects), options.graceMs);
  const left =
    options.heal && found.length > 0 ? await heal(parts, workflows, found, options.patienceMs) : found;
  if (options.heal) await noteFindings(parts.sql, looked(asked, options), found, left);
  const names = new Set(left.map(nameOf));
  return {
    streams,
    events,
    workflows: asked && { asked: asked.asked, unasked: asked.unasked },
    findings: found.map((finding) => ({ ...finding, healed: !names.has(nameOf(finding)) })),
  };
}

async function askWorkflows(
  { sql }: HealParts,
  workflows: WorkflowCheck,
  { complete }: VerifyOptions,
): Promise<Asked | undefined> {
  if (!(await workflows.isThere())) return undefined;
  return workflows.ask(await armedJourneys(sql, complete ? {} : { sample: sampleSize }));
}

/** Some workflows that are well don't say that the others are. */
const looked = (asked: Asked | undefined, { complete }: VerifyOptions) =>
  checkNames.filter((name) => name !== 'temporal' || (complete && asked?.unasked === 0));
