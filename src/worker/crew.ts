import type { Worker } from '@temporalio/worker';
import { repeat } from '../repeat.js';
import type { Remembering } from './remembered.js';

/** A worker, and what goes with it when it has ended. */
export interface Member {
  worker: Worker;
  release(): Promise<void>;
}

const lookEveryMs = 1000;

/**
 * Workers of one process that share what there is to remember, so that none of them has to look through all of it
 * (src/worker/remembered.ts). There is one until a crowd comes; `ended` rejects when one of them can't go on.
 * @param another rejects while Temporal is away: the next look tries again
 */
export function startCrew(
  first: Member,
  another: () => Promise<Member>,
  { workers: most, enough }: Remembering,
): { ended: Promise<void>; stop(): Promise<void> } {
  const members: { member: Member; ended: Promise<void> }[] = [];
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const join = (member: Member): Promise<void> => {
    const ended = member.worker.run();
    ended.catch(fail);
    members.push({ member, ended });
    return ended;
  };
  const ended = Promise.race([join(first), failed]);
  ended.catch(() => undefined); // whoever awaits `ended` is told

  const looking = repeat(async () => {
    if (members.length >= most) return;
    // by all: if only the newest counted, the first would be full, and letting journeys go, before the last has joined
    const all = members.reduce((sum, { member }) => sum + member.worker.getStatus().numCachedWorkflows, 0);
    if (all < enough * members.length) return;
    const member = await another().catch(() => undefined);
    if (member) void join(member);
  }, lookEveryMs);
  return {
    ended,
    async stop() {
      await looking.stop();
      for (const { member } of members) if (member.worker.getState() === 'RUNNING') member.worker.shutdown();
      await Promise.allSettled(members.map(({ ended }) => ended));
      await Promise.all(members.map(({ member }) => member.release()));
      await ended;
    },
  };
}
