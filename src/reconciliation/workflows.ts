import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import type { Standing } from '../../domain/journey/standing.js';
import type { Instant } from '../../domain/time.js';
import { journeyWorkflowId, standingQuery } from '../../workflows/messages.js';
import type { Sql } from '../database/sql.js';
import type { Finding, Remedy } from './finding.js';

export interface WorkflowParts {
  sql: Sql;
  /** `undefined` where no Temporal is known. */
  client: Client | undefined;
  installation: string;
  generation: () => Promise<number>;
}

/** What Temporal said of some journeys. */
export interface Asked {
  asked: number;
  /** Of how many it could not be learnt, since Temporal or the worker was away. */
  unasked: number;
  findings: Finding[];
}

/** Asks Temporal what no database can know: whether the workflow of a journey runs, and what it waits for. */
export interface WorkflowCheck {
  /** Whether Temporal answers at all. */
  isThere(): Promise<boolean>;
  ask(journeys: readonly string[]): Promise<Asked>;
}

/** So long one answer is waited for. */
const patienceMs = 10_000;
/** So many are asked at once: each question may have a sleeping workflow replayed by the worker. */
const atOnce = 4;
/** A task that was tried so often fails for a reason of its own. */
const taskTries = 5;

export function workflowCheck(parts: WorkflowParts): WorkflowCheck {
  const { client } = parts;
  return {
    async isThere() {
      if (!client) return false;
      const { connection } = client;
      return withDeadline(client, () => connection.workflowService.getSystemInfo({})).then(
        () => true,
        () => false,
      );
    },
    async ask(journeys) {
      const said: Asked = { asked: 0, unasked: 0, findings: [] };
      if (!client) return { ...said, unasked: journeys.length };
      for (let at = 0; at < journeys.length; at += atOnce) {
        const some = journeys.slice(at, at + atOnce);
        for (const one of await Promise.all(some.map((journey) => askOne({ ...parts, client }, journey)))) {
          if (one === 'unasked') said.unasked += 1;
          else said.asked += 1;
          if (one !== 'unasked' && one !== 'well') said.findings.push(one);
        }
      }
      return said;
    },
  };
}

/** Journeys whose workflow has to run, after a cursor or at random: those whose row says that it was told. */
export async function armedJourneys(sql: Sql, { sample }: { sample?: number } = {}): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM rm.journey WHERE next_due IS NOT NULL AND armed_version = stream_version
      ORDER BY random() LIMIT $1`,
    [sample ?? null],
  );
  return rows.map(({ id }) => id);
}

type WithClient = WorkflowParts & { client: Client };

const withDeadline = <Answer>(client: Client, ask: () => Promise<Answer>): Promise<Answer> =>
  client.withDeadline(Date.now() + patienceMs, ask);

async function askOne(parts: WithClient, journey: string): Promise<Finding | 'well' | 'unasked'> {
  const { client, installation } = parts;
  const handle = client.workflow.getHandle(journeyWorkflowId(installation, journey));
  const wrong = (detail: string, remedy: Remedy | null = 'arm'): Finding => ({
    check: 'temporal',
    subject: journey,
    journey,
    detail,
    remedy,
  });
  try {
    const described = await withDeadline(client, () => handle.describe());
    const stopped = howItStands(described);
    if (stopped === 'busy') return 'well';
    if (stopped !== undefined) return (await isArmed(parts, journey)) ? wrong(...stopped) : 'well';
    const standing = await withDeadline(client, () => handle.query(standingQuery));
    const detail = await howItDiffers(parts, journey, standing);
    return detail === undefined ? 'well' : wrong(...detail);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) return 'unasked';
    return (await isArmed(parts, journey)) ? wrong('workflow missing') : 'well';
  }
}

/** Why a workflow can't be asked what it waits for; `busy` while an act is under way, whose answer it has yet to hear. */
function howItStands({
  status,
  raw,
}: WorkflowExecutionDescription): 'busy' | [detail: string, remedy?: null] | undefined {
  if (status.name !== 'RUNNING') return [`workflow ${status.name.toLowerCase()}`];
  if ((raw.pendingActivities ?? []).length > 0) return 'busy';
  return (raw.pendingWorkflowTask?.attempt ?? 0) >= taskTries ? ['workflow fails', null] : undefined;
}

/** Read after the workflow has answered: what it had not heard then makes the row dirty, or of a newer version. */
async function howItDiffers(
  { sql, generation }: WithClient,
  journey: string,
  standing: Standing,
): Promise<[detail: string, remedy?: null] | undefined> {
  const row = await armedRow(sql, journey);
  if (!row || row.nextDue === null) return undefined;
  const valid = await generation();
  if (standing.version > row.version || standing.generation > valid)
    return ['workflow ahead of the log', null];
  if (row.armedVersion !== row.version) return undefined;
  const { version, nextDue } = standing;
  if (version < row.version || standing.generation < valid) return ['workflow of an older standing'];
  const isLate = nextDue === null || row.armedFor === null || Date.parse(nextDue) > Date.parse(row.armedFor);
  return isLate ? ['workflow waits for a later instant'] : undefined;
}

/** A row that says itself that its workflow has to be told is no difference between the two. */
async function isArmed({ sql }: WithClient, journey: string): Promise<boolean> {
  const row = await armedRow(sql, journey);
  return row !== undefined && row.nextDue !== null && row.armedVersion === row.version;
}

interface ArmedRow {
  version: number;
  armedVersion: number;
  armedFor: Instant | null;
  nextDue: Instant | null;
}

async function armedRow(sql: Sql, journey: string): Promise<ArmedRow | undefined> {
  const { rows } = await sql.query<ArmedRow>(
    `SELECT stream_version AS version, armed_version AS "armedVersion", armed_for AS "armedFor",
            next_due AS "nextDue" FROM rm.journey WHERE id = $1`,
    [journey],
  );
  return rows[0];
}
