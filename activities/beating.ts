import { Context } from '@temporalio/activity';

/** Three beats within the time-outs of the workflows' side. */
const beatEveryMs = 5000;

/** Lets Temporal know that this worker lives: after a kill another one goes on within seconds, not minutes. */
export async function beating<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), beatEveryMs);
  try {
    return await act();
  } finally {
    clearInterval(beat);
  }
}
