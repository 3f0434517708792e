import { ApplicationFailure } from '@temporalio/common';

/** What makes an act fail for now. */
export const fails = Symbol('fails');
/** What makes an act fail for good. */
export const failsForGood = Symbol('fails for good');

/**
 * Activities that answer what stands next in the script, under their name; the last answer again and again.
 * @param script a Map of answers by activity; an answer may be made of what was asked
 */
export function actsOf(script) {
  const answer = (name) => async (asked) => {
    const answers = script.get(name) ?? [];
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (next === fails || next === failsForGood) throw failure(next);
    return typeof next === 'function' ? next(asked) : next;
  };
  const names = [
    'carryOutDueAtOnce',
    'carryOutDue',
    'reportPlanningFailed',
    'dueAccounts',
    'sendStaffMail',
    'nextStaffMail',
    'importLines',
    'giveUpImport',
  ];
  return Object.fromEntries(names.map((name) => [name, answer(name)]));
}

/** Without a stack: it would name files of the machine that records. */
function failure(kind) {
  const made = ApplicationFailure.create({ message: 'told to fail', nonRetryable: kind === failsForGood });
  made.stack = '';
  return made;
}

/** Lets a signal reach its workflow, so that each is a task of its own. The server that skips time answers no query here. */
export const heard = () => new Promise((resolve) => setTimeout(resolve, 150));
