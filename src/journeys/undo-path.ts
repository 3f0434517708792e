import { toldInPerson } from '../../domain/journey/commands/steer-message.js';
import type { JourneyEvent } from '../../domain/journey/events.js';
import { messageId } from '../read-models/message/message.js';

/**
 * The address at which the act is taken back that these events came from: a record by `POST …/withdrawal`, what was
 * put aside or done by `DELETE`, what holds a message back by `POST …/release`. `undefined` where it recorded nothing, or nothing that can be taken back.
 */
export function undoPath(journey: string, events: readonly JourneyEvent[]): string | undefined {
  return events.map((event) => pathOf(journey, event)).find((path) => path !== undefined);
}

const releaseOf = (key: string): string => `/api/v1/messages/${messageId(key)}/release`;

function pathOf(journey: string, event: JourneyEvent): string | undefined {
  const withdrawal = (kind: string, record: string): string =>
    `/api/v1/journeys/${journey}/${kind}/${record}/withdrawal`;
  switch (event.type) {
    case 'MilestoneReached':
      return withdrawal('milestones', event.plain.record);
    case 'ContactRecorded':
      return withdrawal('contacts', event.plain.record);
    case 'DocumentRecorded':
      return withdrawal('documents', event.plain.document);
    case 'ModuleChanged':
      return withdrawal('modules', event.plain.record);
    case 'RenewalRequested':
      return withdrawal('renewal-requests', event.plain.record);
    case 'FlagSnoozed':
      return `/api/v1/flags/${event.plain.flag}/snooze`;
    case 'MessageHeldBack':
      return releaseOf(event.plain.key);
    case 'MessageSuppressed':
      return event.plain.why === toldInPerson ? releaseOf(event.plain.key) : undefined;
    case 'TaskDone':
      return `/api/v1/tasks/${event.plain.task}/done`;
    default:
      return undefined;
  }
}
