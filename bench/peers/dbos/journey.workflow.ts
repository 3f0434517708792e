import { DBOS } from '@dbos-inc/dbos-sdk';
import { decide, refusal } from '../journey/decide.js';
import type { RecordMilestone } from '../journey/command.js';
import { nextReminder, registered, reminded, type JourneyState } from '../journey/state.js';
import type { JourneyStore } from '../store/journey-store.js';

/** The topic on which a journey's workflow is sent milestones. */
export const milestones = 'milestones';

/** A milestone, and the event under which it is answered. */
export interface Sent {
  answerTo: string;
  command: RecordMilestone;
}

export type Outcome = { state: JourneyState } | { refused: string };

/** Nothing is due: a limit all the same, as DBOS recommends. */
const aWhile = { timeoutSeconds: 30 * 86_400 };

/** Registers the workflow of a journey, which lives as long as the journey. */
export function registerJourney(store: JourneyStore) {
  return DBOS.registerWorkflow(
    async (id: string): Promise<void> => {
      await DBOS.runStep(() => store.open(id, registered), { name: 'open' });
      for (let state = registered; ;) state = await nextOf(store, id, state);
    },
    { name: 'journey' },
  );
}

/** Waits for the next milestone or the next reminder, and carries it out. */
async function nextOf(store: JourneyStore, id: string, state: JourneyState): Promise<JourneyState> {
  const due = nextReminder(state);
  const sent = await DBOS.recv<Sent>(milestones, due ? { deadlineEpochMS: Date.parse(due.at) } : aWhile);
  if (sent) return answered(store, id, state, sent);
  if (!due) return state;
  const after = reminded(state);
  await DBOS.runStep(() => store.remind(id, after, due), { name: 'remind' });
  return after;
}

async function answered(
  store: JourneyStore,
  id: string,
  state: JourneyState,
  { command, answerTo }: Sent,
): Promise<JourneyState> {
  const refused = refusal(state, command);
  if (refused !== undefined) {
    await DBOS.setEvent<Outcome>(answerTo, { refused });
    return state;
  }
  const after = decide(state, command);
  await DBOS.runStep(() => store.append(id, after, command), { name: 'append' });
  await DBOS.setEvent<Outcome>(answerTo, { state: after });
  return after;
}
