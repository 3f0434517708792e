import type { FieldError } from '../../../contract/problem.js';
import { Refused } from '../../api/problem.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/new-journey.js';

/** What is not as expected, by the pointer of its field; empty where it is of no field. */
export function faultsOf(error: unknown, mayMakeException: boolean): Record<string, string> {
  if (!(error instanceof Refused)) return {};
  switch (error.code) {
    case 'too-young':
      return { '/participant/bornOn': say('tooYoung') };
    case 'too-old':
      return mayMakeException
        ? { '/exception/reason': say('tooOldReason') }
        : { '/participant/bornOn': say('tooOld') };
    case 'external-id-taken':
      return { '/externalId': say('kennungTaken') };
    case 'already-in-a-journey':
      return { '/participant/familyName': say('alreadyHere') };
    default:
      return Object.fromEntries((error.body.errors ?? []).map((each) => [each.pointer, inWords(each)]));
  }
}

/** What is expected, in words; the server's own where this page knows none. */
function inWords({ pointer, code, message }: FieldError): string {
  if (code === 'required') return common('required');
  if (code === 'invalid-date') return say('wrongDate');
  if (code === 'malformed-email') return say('wrongEmail');
  return pointer === '/participant/phone' ? say('wrongPhone') : message;
}
