import { afterEach, describe, expect, it } from '@jest/globals';
import type { Worker } from '@temporalio/worker';
import { eventually } from '../../test/support/eventually.js';
import { startCrew, type Member } from './crew.js';

/** A worker as far as a crew knows it. */
class Invented {
  remembers = 0;
  isReleased = false;
  private state = 'RUNNING';
  private settle: { end: () => void; fail: (error: Error) => void } | undefined;

  readonly member: Member = {
    worker: {
      run: () =>
        new Promise<void>((end, fail) => {
          this.settle = { end, fail };
        }),
      getStatus: () => ({ numCachedWorkflows: this.remembers }),
      getState: () => this.state,
      shutdown: () => {
        this.state = 'STOPPED';
        this.settle?.end();
      },
    } as unknown as Worker,
    release: async () => void (this.isReleased = true),
  };

  breakDown(why: string): void {
    this.state = 'FAILED';
    this.settle?.fail(new Error(why));
  }
}

const remembering = { workers: 3, each: 1000, enough: 500 };
let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop().catch(() => undefined));

function crew(isAway = (): boolean => false) {
  const first = new Invented();
  const others: Invented[] = [];
  let asked = 0;
  const another = async (): Promise<Member> => {
    asked += 1;
    if (isAway()) throw new Error('Temporal is away');
    others.push(new Invented());
    return (others.at(-1) as Invented).member;
  };
  const started = startCrew(first.member, another, remembering);
  ({ stop } = started);
  return { ...started, first, others, asked: () => asked };
}

/** Longer than two looks. */
const twoLooks = () => new Promise((resolve) => setTimeout(resolve, 2300));

describe('a crew of workers', () => {
  it('is one worker where there are few journeys', async () => {
    const { first, others } = crew();
    first.remembers = 499;
    await twoLooks();
    expect(others).toHaveLength(0);
  });

  it('gets another whenever all together remember enough for each, and no more than the memory allows', async () => {
    const { first, others } = crew();
    first.remembers = 500;
    await eventually(() => expect(others).toHaveLength(1));
    first.remembers = 700;
    (others[0] as Invented).remembers = 299;
    await twoLooks();
    expect(others).toHaveLength(1);
    (others[0] as Invented).remembers = 300;
    await eventually(() => expect(others).toHaveLength(2));
    (others[1] as Invented).remembers = 800;
    await twoLooks();
    expect(others).toHaveLength(2);
  }, 15_000);

  it('asks again where Temporal was away when another was wanted', async () => {
    let isAway = true;
    const { first, others, asked } = crew(() => isAway);
    first.remembers = 500;
    await eventually(() => expect(asked()).toBeGreaterThan(1));
    expect(others).toHaveLength(0);
    isAway = false;
    await eventually(() => expect(others).toHaveLength(1));
  });

  it('stops all, and gives back what they had', async () => {
    const { first, others, ended, stop: stopNow } = crew();
    first.remembers = 500;
    await eventually(() => expect(others).toHaveLength(1));
    await stopNow();
    await ended;
    expect([first, ...others].map(({ isReleased }) => isReleased)).toEqual([true, true]);
  });

  it('ends as a whole when one of them can’t go on, so that the process begins anew', async () => {
    const { first, others, ended } = crew();
    first.remembers = 500;
    await eventually(() => expect(others).toHaveLength(1));
    (others[0] as Invented).breakDown('no memory left');
    await expect(ended).rejects.toThrow('no memory left');
  });
});
