import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../../database/sql.js';
import { recoveryProgress } from '../../recovery/progress.js';
import { Progress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { timeInWords } from './recover-report.js';

/** How far the waiting came. */
export interface Waited {
  /** Journeys that were told again while it was waited for. */
  told: number;
  left: number;
  seconds: number;
  /** Why it was not waited for longer: nobody is there who would tell, or nobody who would listen. */
  missing?: 'worker' | 'temporal';
}

const lookEveryMs = 500;
/** A worker that has just reached Temporal again has not said so yet. */
const patienceMs = 25_000;

/** Waits until every journey was told again, or until it is clear that nobody tells them. */
export async function untilToldAgain(
  sql: Sql,
  journeys: number,
  terminal: Pick<Terminal, 'errIsTty' | 'draw'>,
): Promise<Waited> {
  const progress = new Progress(terminal);
  const began = performance.now();
  let lastChange = began;
  let leftBefore = journeys;
  for (;;) {
    const { left, worker, relay } = await recoveryProgress(sql);
    const now = performance.now();
    if (left !== leftBefore) [leftBefore, lastChange] = [left, now];
    const told = Math.max(0, journeys - left);
    const waited = { told, left, seconds: Math.round((now - began) / 100) / 10 };
    const stands = left > 0 && now - lastChange > patienceMs;
    if (left === 0 || !worker || (stands && !relay)) {
      progress.end();
      return left === 0 ? waited : { ...waited, missing: worker ? 'temporal' : 'worker' };
    }
    progress.update(told, journeys, estimate(told, left, waited.seconds));
    await wait(lookEveryMs);
  }
}

/** From how fast it went so far. */
const estimate = (told: number, left: number, seconds: number): string =>
  told === 0 || seconds === 0
    ? ''
    : `${Math.round(told / seconds)}/s, ${timeInWords((left * seconds) / told)} left`;
