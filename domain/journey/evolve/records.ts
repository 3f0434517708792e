import type { RecordedEvent } from '../events.js';
import type { JourneyState } from '../state.js';

type Of<Type> = Extract<RecordedEvent, { type: Type }>;
type Filed =
  | Of<'DocumentRecorded'>
  | Of<'RenewalRequested'>
  | Of<'MilestoneReached'>
  | Of<'ModuleChanged'>
  | Of<'ContactRecorded'>
  | Of<'FollowUpBegan'>;
type Withdrawal =
  | Of<'DocumentWithdrawn'>
  | Of<'MilestoneWithdrawn'>
  | Of<'ContactWithdrawn'>
  | Of<'ModuleChangeWithdrawn'>
  | Of<'RenewalWithdrawn'>;

/** Files a record, each part with its class. */
export function record(state: JourneyState, event: Filed): void {
  switch (event.type) {
    case 'DocumentRecorded':
      return recordDocument(state, event);
    case 'RenewalRequested': {
      const { record: id } = event.plain;
      state.plain.renewals.push({ id, recordedAt: event.recordedAt, event: event.id });
      if (event.status) state.status.renewals[id] = event.status;
      if (event.notes) state.notes[id] = event.notes;
      return;
    }
    case 'MilestoneReached':
      return recordMilestone(state, event);
    case 'ModuleChanged':
      return recordModule(state, event);
    case 'ContactRecorded': {
      const { record: id, channel, direction, reached, topics = [] } = event.plain;
      const { recordedAt, actor: recordedBy } = event;
      state.plain.contacts.push({
        id,
        channel,
        direction,
        reached,
        topics,
        recordedAt,
        recordedBy,
        event: event.id,
      });
      if (event.case) state.case.contacts[id] = event.case;
      if (event.notes) state.notes[id] = event.notes;
      return;
    }
    case 'FollowUpBegan': {
      const { placement } = event.plain;
      state.plain.followUps.push({ placement, event: event.id });
      if (event.case) state.case.followUps[placement] = event.case;
    }
  }
}

function recordDocument({ plain, status }: JourneyState, event: Of<'DocumentRecorded'>): void {
  const { document: id, corrects, source } = event.plain;
  const corrected = plain.documents.find((document) => document.id === corrects);
  const { recordedAt, id: because } = event;
  plain.documents.push({
    id,
    root: corrected?.root ?? id,
    recordedAt,
    event: because,
    ...(source && { source }),
  });
  if (event.status) status.papers[id] = event.status;
}

function recordMilestone(state: JourneyState, event: Of<'MilestoneReached'>): void {
  const { record: id, milestone, data = {}, source } = event.plain;
  const { recordedAt, actor: recordedBy } = event;
  const entry = { id, milestone, recordedAt, recordedBy, event: event.id, data };
  state.plain.milestones.push({ ...entry, ...(source && { source }) });
  if (event.case) state.case.milestones[id] = { on: event.case.on, data: event.case.data ?? {} };
  if (event.status?.data) state.status.milestones[id] = event.status.data;
  if (event.contact?.data) state.contact.milestones[id] = event.contact.data;
  if (event.notes) state.notes[id] = event.notes;
}

function recordModule({ plain, case: own }: JourneyState, event: Of<'ModuleChanged'>): void {
  const { record: id, module, state: reached, source } = event.plain;
  const change = { state: reached, event: event.id, recordedAt: event.recordedAt };
  const known = plain.modules.find((each) => each.id === id);
  if (known) known.states.push(change);
  else plain.modules.push({ id, module, states: [change], ...(source && { source }) });
  if (event.case) own.modules[event.id] = event.case;
}

/** What was withdrawn stays readable and has no effect any more. A module loses its newest change. */
export function withdraw({ plain, notes }: JourneyState, event: Withdrawal): void {
  const { record: id } = event.plain;
  if (event.notes) notes[`withdrawal|${id}`] = event.notes;
  const without = <Filed extends { id: string }>(
    records: readonly Filed[],
  ): (Filed & { withdrawn?: true })[] =>
    records.map((each) => (each.id === id ? { ...each, withdrawn: true } : each));
  switch (event.type) {
    case 'DocumentWithdrawn':
      plain.documents = without(plain.documents);
      return;
    case 'MilestoneWithdrawn':
      plain.milestones = without(plain.milestones);
      return;
    case 'ContactWithdrawn':
      plain.contacts = without(plain.contacts);
      return;
    case 'RenewalWithdrawn':
      plain.renewals = without(plain.renewals);
      return;
    case 'ModuleChangeWithdrawn':
      plain.modules = plain.modules.map((each) =>
        each.id === id ? { ...each, states: each.states.slice(0, -1) } : each,
      );
  }
}
