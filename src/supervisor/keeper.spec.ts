import { describe, expect, it } from '@jest/globals';
import { NotReady, type Exit, type Running } from '../embedded/running.js';
import { StartError } from '../embedded/start-error.js';
import { Keeper } from './keeper.js';

const died: Exit = { code: null, signal: 'SIGKILL', lastLine: '' };

/** A part whose processes the test ends; `failures` come first. */
function part(...failures: Error[]) {
  const lives: { die: (exit: Exit) => void; stopped: boolean }[] = [];
  const lines: string[] = [];
  const start = async (): Promise<Running> => {
    const failure = failures.shift();
    if (failure) throw failure;
    let die: (exit: Exit) => void = () => undefined;
    const exited = new Promise<Exit>((resolve) => (die = resolve));
    const life = { die, stopped: false };
    lives.push(life);
    return {
      pid: lives.length,
      exited,
      stop: async () => {
        life.stopped = true;
        die({ code: 0, signal: null, lastLine: '' });
      },
    };
  };
  const keeper = new Keeper({ title: 'The API', start, logFile: 'api.log' }, (line) => lines.push(line));
  return { keeper, lives, lines };
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('what the supervisor keeps running', () => {
  it('is started again when it dies, and that is said', async () => {
    const { keeper, lives, lines } = part();
    await keeper.start();
    lives[0]!.die(died);
    await until(() => lives.length === 2);
    await keeper.stop(100);
    expect(lines[1]).toBe('The API ended (signal SIGKILL); starting it again in 0.2 s.');
    expect(lines[2]).toMatch(/^The API is back/);
    expect(lives[1]!.stopped).toBe(true);
  });

  it('is not started again after a stop, also when it died just before', async () => {
    const { keeper, lives } = part();
    await keeper.start();
    lives[0]!.die(died);
    await keeper.stop(100);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(lives).toHaveLength(1);
  });

  it('is tried again when its first start fails', async () => {
    const { keeper, lives, lines } = part(new NotReady({ code: 1, signal: null, lastLine: 'no luck' }));
    await keeper.start();
    expect(lives).toHaveLength(1);
    expect(lines[0]).toBe('The API could not be started (code 1: no luck); starting it again in 0.2 s.');
    await keeper.stop(100);
  });

  it('ends the start with its own last line when its environment is wrong', async () => {
    const { keeper, lives } = part(new NotReady({ code: 78, signal: null, lastLine: 'LOTSE_PORT got "x".' }));
    await expect(keeper.start()).rejects.toThrow(/^LOTSE_PORT got "x"\.$/);
    expect(lives).toHaveLength(0);
  });

  it('ends the start when an operator has to act, or when it fails again and again', async () => {
    await expect(part(new StartError('make room')).keeper.start()).rejects.toThrow('make room');
    const failing = Array.from({ length: 4 }, () => new NotReady({ code: 1, signal: null, lastLine: 'no' }));
    await expect(part(...failing).keeper.start()).rejects.toThrow(
      'The API could not be started (code 1: no). More is in api.log.',
    );
  });
});
