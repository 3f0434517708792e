import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { atBerlin, berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day, Instant } from '../../domain/time.js';
import { confirm } from './confirm.js';
import { checkNames, distinct } from './finding.js';
import { noteFindings, standingAt } from './findings-table.js';
import { heal, type HealParts } from './heal.js';
import { lookThrough, streamsBehind } from './look.js';
import {
  advanceRun,
  claimRun,
  finishRun,
  keepRun,
  releaseRun,
  suspectsOf,
  wereAllAsked,
  type Run,
  type TemporalAsked,
} from './run-table.js';
import { armedJourneys, type WorkflowCheck } from './workflows.js';

/** Before anything falls due: background acts begin at 04:00. */
const beginsAt = '02:30';

/** So many workflows are asked in a night; all of them once a week. */
const sampleSize = 200;

/** For one part of work the check rests so many: some five percent of a core at most. */
const restsPerWork = 19;
const longestRestMs = 5000;

export interface NightlyParts extends HealParts {
  workflows: WorkflowCheck;
  /** How long a second look waits; default that of `confirm`. */
  graceMs?: number;
  /** For one part of work it rests so many; default 19. */
  restsPerWork?: number;
  /** How long it waits for the relay to heal; default that of `heal`. */
  patienceMs?: number;
}

/** The night whose check is to be done at an instant: the last one whose hour has come. */
export function nightAt(now: Instant): Day {
  const today = berlinDay(now);
  return now >= atBerlin(today, beginsAt) ? today : addDays(today, -1);
}

/** The check of one night, by one of several workers: whoever dies is followed by another, behind the last page. */
export class NightlyCheck {
  private readonly owner = randomUUID();

  constructor(
    private readonly parts: NightlyParts,
    private readonly stopping: AbortSignal,
  ) {}

  /**
   * Does what is to be done now: nothing where the night's check is done, or another worker is at it.
   * @returns whether a run was finished
   */
  async turn(): Promise<boolean> {
    const { sql, clock } = this.parts;
    const run = await claimRun(sql, nightAt(await clock.now()), this.owner);
    if (!run) return false;
    const pulse = setInterval(() => void keepRun(sql, run).catch(() => undefined), 30_000);
    try {
      if (await this.lookThrough(run)) return await this.conclude(run);
    } finally {
      clearInterval(pulse);
      await releaseRun(sql, run).catch(() => undefined); // a database that is away: two minutes do it too
    }
    return false;
  }

  /** Gently, page by page. Gives `false` where the worker stops, or another one has taken over. */
  private async lookThrough(run: Run): Promise<boolean> {
    const { sql } = this.parts;
    let began = performance.now();
    for await (const seen of lookThrough(this.parts, await streamsBehind(this.parts, run.cursor))) {
      if (!(await advanceRun(sql, run, seen))) return false;
      await this.rest(performance.now() - began);
      if (this.stopping.aborted) return false;
      began = performance.now();
    }
    return true;
  }

  private async conclude(run: Run): Promise<boolean> {
    const { sql, workflows, graceMs, patienceMs } = this.parts;
    const { asked, findings } = await this.askWorkflows();
    if (this.stopping.aborted) return false;
    const suspects = distinct([...(await suspectsOf(sql, run)), ...findings]);
    const found = await confirm(this.parts, workflows, suspects, graceMs);
    if (!(await keepRun(sql, run))) return false;
    const left = found.length > 0 ? await heal(this.parts, workflows, found, patienceMs) : [];
    const looked = checkNames.filter((name) => name !== 'temporal' || asked !== 'away');
    await noteFindings(sql, looked, found, left);
    await finishRun(sql, run, asked);
    return true;
  }

  /** What was found before is asked again along with the sample: else it would stand for a week. */
  private async askWorkflows() {
    const { sql, workflows } = this.parts;
    if (!(await workflows.isThere())) return { asked: 'away' as TemporalAsked, findings: [] };
    const all = !(await wereAllAsked(sql));
    const chosen = await armedJourneys(sql, all ? {} : { sample: sampleSize });
    const ids = [...new Set([...chosen, ...(await standingAt(sql, 'temporal'))])];
    const said = { unasked: 0, findings: [] as Awaited<ReturnType<WorkflowCheck['ask']>>['findings'] };
    for (let at = 0; at < ids.length && !this.stopping.aborted; at += 4) {
      const began = performance.now();
      const { unasked, findings } = await workflows.ask(ids.slice(at, at + 4));
      said.unasked += unasked;
      said.findings.push(...findings);
      await this.rest(performance.now() - began);
    }
    const asked: TemporalAsked = said.unasked > 0 ? 'away' : all ? 'complete' : 'sample';
    return { asked, findings: said.findings };
  }

  private async rest(workedMs: number): Promise<void> {
    const ms = Math.min(workedMs * (this.parts.restsPerWork ?? restsPerWork), longestRestMs);
    await wait(ms, undefined, { signal: this.stopping }).catch(() => undefined);
  }
}
