import { ApplicationFailure } from '@temporalio/common';
import { beating } from './beating.js';

/**
 * Temporal stores an activity's failure in plain text. Ours say nothing but the error's class: what went wrong is in
 * the worker's log. Never retried by Temporal: trying again is the workflow's, with a new `now`.
 */
export async function quietly<Answer>(
  act: () => Promise<Answer>,
  tell: (error: unknown) => void,
): Promise<Answer> {
  try {
    return await beating(act);
  } catch (error) {
    tell(error);
    const name = error instanceof Error ? error.name : 'Error';
    const failure = ApplicationFailure.nonRetryable('The act failed; the worker’s log says why', name);
    failure.stack = '';
    throw failure;
  }
}
