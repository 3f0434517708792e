import { setTimeout as wait } from 'node:timers/promises';
import { startLotse, type RunningLotse } from '../../support/running-lotse.js';

/** What can be killed, by the word that tells its processes apart; the supervisor is not a child of itself. */
export const victims = {
  API: 'api/main.js',
  worker: 'src/worker.js',
  PostgreSQL: '/postgres',
  Temporal: 'start-dev',
  supervisor: undefined,
} as const;
export type Victim = keyof typeof victims;

/** One kill, and when. */
export interface Kill {
  victim: Victim;
  at: number;
}

/** A Lotse that may lose any of its processes at any moment; one without a supervisor is started again on its data. */
export class Killer {
  readonly kills: Kill[] = [];
  private readonly random: () => number;

  constructor(
    private lotse: RunningLotse,
    private readonly env: Record<string, string>,
    seed: number,
  ) {
    this.random = drawnFrom(seed);
  }

  /** As it runs now: the same port, the same data. */
  get now(): RunningLotse {
    return this.lotse;
  }

  /** Kills one process after the other at random instants until that many are dead. */
  async run(count: number, tell: (done: number) => void): Promise<void> {
    const names = Object.keys(victims) as Victim[];
    while (this.kills.length < count) {
      await wait(300 + this.random() * 3200);
      // each in turn, so that every kind is killed as often; a process of the chosen kind at random
      const victim = names[this.kills.length % names.length] ?? 'worker';
      const pid = victim === 'supervisor' ? this.lotse.run.pid : this.pidOf(victims[victim]);
      if (pid === undefined) continue; // it is being started again just now
      process.kill(pid, 'SIGKILL');
      this.kills.push({ victim, at: Date.now() });
      tell(this.kills.length);
      if (victim === 'supervisor') {
        await wait(this.random() * 1500);
        this.lotse = await startLotse(this.env, this.lotse.dataDir);
      }
    }
  }

  private pidOf(word: string): number | undefined {
    const pids = this.lotse.pids(word);
    return pids[Math.floor(this.random() * pids.length)];
  }
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function drawnFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
