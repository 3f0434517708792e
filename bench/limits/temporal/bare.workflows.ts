import { condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import type { Standing } from '../../../domain/journey/standing.js';

// The least that a workflow can do: what a server and a worker carry when nothing is to be done beside.

export const heard = defineSignal('heard');
export const told = defineSignal<[Standing]>('told');
export const nothing = defineUpdate<void>('nothing');

/** Waits for ever, whatever it is told. */
export async function bareWait(): Promise<void> {
  setHandler(heard, () => undefined);
  setHandler(nothing, () => undefined);
  await condition(() => false);
}

/** Holds what it was told last, and sets its timer anew for each other instant. */
export async function bareTimer(start: Standing): Promise<void> {
  let held = start;
  setHandler(told, (news) => void (held = news));
  for (;;) {
    const { nextDue } = held;
    const wait = Math.max(1, Date.parse(nextDue ?? '') - Date.now());
    await condition(() => held.nextDue !== nextDue, wait);
  }
}
