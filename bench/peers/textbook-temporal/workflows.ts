import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { decide, refusal } from '../journey/decide.js';
import type { RecordMilestone } from '../journey/command.js';
import { nextReminder, registered, reminded, type JourneyState, type Reminder } from '../journey/state.js';
import type { Activities } from './activities.js';
import { recordUpdate, refusedType, stateQuery } from './messages.js';

const { open, append, remind } = proxyActivities<Activities>({ startToCloseTimeout: '10s' });
const local = proxyLocalActivities<Activities>({ startToCloseTimeout: '5s' });

/** A journey whose milestones are appended by an activity. */
export async function journey(id: string, state = registered): Promise<void> {
  await continueAsNew<typeof journey>(id, await live(id, state, append));
}

/** The same by a local activity. */
export async function journeyAppendingLocally(id: string, state = registered): Promise<void> {
  await continueAsNew<typeof journeyAppendingLocally>(id, await live(id, state, local.append));
}

/** Takes milestones and sends reminders until the history is long. */
async function live(id: string, from: JourneyState, write: Activities['append']): Promise<JourneyState> {
  let state = from;
  const inTurn = turns();
  const opened = state.version === 0 ? inTurn(() => open(id, from)) : undefined;
  const record = async (command: RecordMilestone): Promise<JourneyState> => {
    assertMayCome(state, command); // it may have changed since the validator looked
    const after = decide(state, command);
    await write(id, after, command);
    return (state = after);
  };
  setHandler(stateQuery, () => state);
  setHandler(recordUpdate, (command) => inTurn(() => record(command)), {
    validator: (command) => assertMayCome(state, command),
  });
  await opened;
  while (!workflowInfo().continueAsNewSuggested) {
    const due = nextReminder(state);
    if (await hasNews(due, state, () => state)) continue;
    await inTurn(async () => {
      if (!due || nextReminder(state) !== due) return; // a milestone came first
      const after = reminded(state);
      await remind(id, after, due);
      state = after;
    });
  }
  await condition(allHandlersFinished);
  return state;
}

/** Waits for another state or for the reminder's instant: false when that came first. */
async function hasNews(
  due: Reminder | undefined,
  seen: JourneyState,
  current: () => JourneyState,
): Promise<boolean> {
  const changed = (): boolean => current() !== seen;
  if (due) return condition(changed, Math.max(1, Date.parse(due.at) - Date.now()));
  await condition(changed);
  return true;
}

function assertMayCome(state: JourneyState, command: RecordMilestone): void {
  const refused = refusal(state, command);
  if (refused !== undefined) throw ApplicationFailure.nonRetryable(refused, refusedType);
}

/** Handlers interleave at every await; what is done in turn does not. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
