import type { RecordedEvent } from '../../domain/journey/events.js';
import type { News } from '../../workflows/messages.js';

/** What the workflow is told, in the programme's words: the first thing that a person did. */
export function newsOf(events: readonly RecordedEvent[]): News {
  for (const { type } of events) {
    const news = words[type];
    if (news) return news;
  }
  return 'agendaChanged';
}

const words: Partial<Record<RecordedEvent['type'], News>> = {
  JourneyOpened: 'journeyOpened',
  JourneyTakenOver: 'journeyOpened',
  CoachAssigned: 'coachAssigned',
  DocumentRecorded: 'paperRecorded',
  MilestoneReached: 'milestoneReached',
  ModuleChanged: 'moduleChanged',
  JourneyClosed: 'journeyClosed',
  JourneyReopened: 'journeyReopened',
};
