import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Journey } from '../../contract/journeys/journey.js';
import { inClosedLoop } from '../support/closed-loop.js';
import type { Answer } from '../support/http.js';
import { roundOf } from '../support/rounds.js';
import type { Candidate } from './candidate.js';
import { treeSeconds } from './cpu-of.js';

/** Callers at once, each with journeys of its own. */
const callers = 16;
/** Of so many milestones one is looked for by the very next read. */
const sampleOf = 10;

/** What one candidate did in one round. */
export interface Turn {
  accepted: number;
  /** The answers that were no success. */
  refused: Answer[];
  /** How often a milestone was looked for, and how often it was not there. */
  read: number;
  notShown: number;
  /** From the first call until the last was answered. */
  seconds: number;
  /** From then until every timer followed; absent where there are none. */
  drainSeconds?: number;
  /** CPU milliseconds that each process has used for a milestone. */
  cpuMs: Record<string, number>;
}

/** Lets one candidate take milestones, in turns, each going on where the last ended. */
export class Runner {
  private readonly calls = Array.from({ length: callers }, () => 0);
  private accepted = 0;
  private readonly today = berlinDay(new Date().toISOString());

  private constructor(
    readonly candidate: Candidate,
    private readonly journeys: readonly string[],
    private readonly versionsAtFirst: number,
    private readonly postgres: number,
  ) {}

  /** @param postgres the process whose work counts for whoever has the turn */
  static async of(candidate: Candidate, journeys: number, postgres: number): Promise<Runner> {
    const ids = await candidate.open(journeys);
    return new Runner(candidate, ids, await versionsOf(candidate, ids), postgres);
  }

  /** Takes so many milestones, or as many as come in the time. */
  async warmUp(milestones: number, seconds: number): Promise<void> {
    const until = performance.now() + seconds * 1000;
    while (this.accepted < milestones && performance.now() < until) await this.turn(1);
  }

  async turn(seconds: number): Promise<Turn> {
    const turn: Turn = {
      accepted: 0,
      refused: [],
      read: 0,
      notShown: 0,
      seconds: 0,
      cpuMs: {},
    };
    const before = this.cpu();
    turn.seconds = await inClosedLoop(callers, seconds, (caller) => this.record(caller, turn));
    if (this.candidate.untilDrained) {
      const answered = performance.now();
      await this.candidate.untilDrained();
      turn.drainSeconds = (performance.now() - answered) / 1000;
    }
    const used = Object.entries(this.cpu()).map(
      ([name, after]) => [name, after - (before[name] ?? 0)] as const,
    );
    turn.cpuMs = Object.fromEntries(used.map(([name, cpu]) => [name, (cpu * 1000) / turn.accepted]));
    return turn;
  }

  /** One call; a caller's journeys are its own, so that nobody else can have gone on before it looks. */
  private async record(caller: number, turn: Turn): Promise<void> {
    const index = this.calls[caller] ?? 0;
    this.calls[caller] = index + 1;
    const own = Math.ceil((this.journeys.length - caller) / callers);
    const journey = this.journeys[(index % own) * callers + caller];
    const round = roundOf(Math.floor(index / own), this.today);
    const answer = await this.candidate.caller.call('POST', `/journeys/${journey}/milestones`, round.body);
    if (answer.status !== 201) {
      turn.refused.push(answer);
      return;
    }
    turn.accepted += 1;
    this.accepted += 1;
    if (index % sampleOf !== 0) return;
    const { body } = await this.candidate.caller.call('GET', `/journeys/${journey}`);
    turn.read += 1;
    if (!round.isShownIn(JSON.parse(body) as Journey)) turn.notShown += 1;
  }

  /** How many of all milestones are not in their journeys, or there twice. */
  async miscounted(): Promise<number> {
    const counted = (await versionsOf(this.candidate, this.journeys)) - this.versionsAtFirst;
    return Math.abs(counted - this.accepted);
  }

  private cpu(): Record<string, number> {
    return { ...this.candidate.cpu(), PostgreSQL: treeSeconds(this.postgres) };
  }
}

/** The sum of all journeys' versions: each counts what people have recorded. */
async function versionsOf({ caller }: Candidate, journeys: readonly string[]): Promise<number> {
  let sum = 0;
  for (const id of journeys) {
    const { body } = await caller.call('GET', `/journeys/${id}`);
    sum += (JSON.parse(body) as Journey).version;
  }
  return sum;
}
