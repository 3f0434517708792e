import { Refusal } from '../../domain/journey/refusal.js';
import type { CommandResult } from './command-runner.js';
import { AlreadyAnswered, Conflict, Fenced, KeyReused, StaleForm } from './outcomes.js';

/** A command that is over: its name, how it ended, how often it was begun anew, how long it took. */
export interface EndedCommand {
  /** The command's type; `unknown` where it ended before that was read. */
  command: string;
  outcome: Outcome;
  /** Which rule refused it. */
  code?: string;
  conflicts: number;
  ms: number;
}

export type Outcome =
  | 'recorded'
  | 'nothing_new'
  | 'refused'
  | 'stale_form'
  | 'conflict'
  | 'answered_before'
  | 'key_reused'
  | 'fenced'
  | 'failed';

/** What a command says of itself while it runs. */
export interface Running {
  command: string;
  conflicts: number;
}

/** Runs a command and tells how it ended, whether it answers or throws. */
export async function watched(
  tell: (ended: EndedCommand) => void,
  run: (running: Running) => Promise<CommandResult>,
): Promise<CommandResult> {
  const began = performance.now();
  const running = { command: 'unknown', conflicts: 0 };
  const over = (end: { outcome: Outcome; code?: string }): void =>
    tell({ ...running, ...end, ms: performance.now() - began });
  try {
    const result = await run(running);
    over({ outcome: result.events.length > 0 ? 'recorded' : 'nothing_new' });
    return result;
  } catch (error) {
    over(endOf(error));
    throw error;
  }
}

function endOf(error: unknown): { outcome: Outcome; code?: string } {
  if (error instanceof Refusal) return { outcome: 'refused', code: error.code };
  if (error instanceof StaleForm) return { outcome: 'stale_form' };
  if (error instanceof Conflict) return { outcome: 'conflict' };
  if (error instanceof AlreadyAnswered) return { outcome: 'answered_before' };
  if (error instanceof KeyReused) return { outcome: 'key_reused' };
  return { outcome: error instanceof Fenced ? 'fenced' : 'failed' };
}
