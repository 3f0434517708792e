import { Context } from '@temporalio/activity';

/** Three beats within the time-outs of the workflows' side. */
const beatEveryMs = 5000;

/**
 * Lets Temporal know that this worker lives: after a kill another one goes on within seconds, not minutes. An act within a
 * workflow's own task needs none of it, and Temporal knows no such act.
 */
export async function beating<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const context = Context.current();
  if (context.info.isLocal) return act();
  const beat = setInterval(() => context.heartbeat(), beatEveryMs);
  try {
    return await act();
  } finally {
    clearInterval(beat);
  }
}
