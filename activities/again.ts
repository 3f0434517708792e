import { ApplicationFailure } from '@temporalio/common';

/**
 * For acts that Temporal may try again by itself: nothing in them depends on the time, and doing a part twice has one
 * effect. As everywhere, it is told the error's class only; a message could quote a row.
 */
export async function again<Answer>(
  act: () => Promise<Answer>,
  tell: (error: unknown) => void,
): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    tell(error);
    const name = error instanceof Error ? error.name : 'Error';
    const failure = ApplicationFailure.retryable('The act failed for now; the worker’s log says why', name);
    failure.stack = '';
    throw failure;
  }
}
