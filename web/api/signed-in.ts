import { isSignedOut } from './problem.js';
import { session } from './session.js';

/** Gives what was asked for; where the session is over it says so to the page, which asks to sign in and stays. */
export async function signedIn<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (isSignedOut(error)) session.isOver();
    throw error;
  }
}
