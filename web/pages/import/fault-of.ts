import { isSignedOut, Refused } from '../../api/problem.js';
import { session } from '../../api/session.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/import.js';

/** Why a register was not taken, in the server's words where it says what is wrong with the file. */
export function faultOf(error: unknown): string {
  if (isSignedOut(error)) session.isOver();
  if (!(error instanceof Refused)) return common('failed');
  if (error.status === 413) return say('tooLarge');
  return error.body.errors?.[0]?.message ?? error.message;
}
