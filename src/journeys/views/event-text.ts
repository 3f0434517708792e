import type { RecordedEvent } from '../../../domain/journey/events.js';
import type { Programme } from '../../../domain/programme/schema.js';
import type { Language } from './language.js';

/** What happened, as one sentence for staff. */
export function eventText(event: RecordedEvent, programme: Programme, language: Language): string {
  return wordsOf(
    event,
    (list, key) => programme[list].find((each) => each.key === key)?.title[language] ?? key,
  )[language];
}

type Title = (list: 'milestones' | 'modules' | 'documentKinds' | 'exitReasons', key: string) => string;

function wordsOf(event: RecordedEvent, title: Title): Record<Language, string> {
  switch (event.type) {
    case 'JourneyOpened':
      return { de: 'Die Begleitung wurde eröffnet.', en: 'The journey was opened.' };
    case 'JourneyTakenOver':
      return {
        de: 'Die Begleitung wurde aus dem Register übernommen.',
        en: 'The journey was taken over from the register.',
      };
    case 'CoachAssigned':
      return event.plain.coach === null
        ? { de: 'Die Begleitung hat keinen Coach mehr.', en: 'The journey has no coach any more.' }
        : { de: 'Die Begleitung wurde einem Coach zugeordnet.', en: 'The journey was assigned to a coach.' };
    case 'DocumentRecorded':
      return paperWords(event, title);
    case 'MilestoneReached': {
      const milestone = title('milestones', event.plain.milestone);
      return { de: `Meilenstein erreicht: ${milestone}.`, en: `Milestone reached: ${milestone}.` };
    }
    case 'ModuleChanged': {
      const module = `${event.plain.module} ${title('modules', event.plain.module)}`;
      const state = moduleStates[event.plain.state];
      return { de: `Baustein ${module}: ${state.de}.`, en: `Module ${module}: ${state.en}.` };
    }
    case 'JourneyClosed': {
      const reason = title('exitReasons', event.plain.reason);
      return {
        de: `Die Begleitung wurde abgeschlossen: ${reason}.`,
        en: `The journey was closed: ${reason}.`,
      };
    }
    case 'JourneyReopened':
      return { de: 'Die Begleitung wurde wieder aufgenommen.', en: 'The journey was reopened.' };
    case 'AgendaChanged':
      return {
        de: 'Fristen und Erinnerungen wurden neu geplant.',
        en: 'Deadlines and reminders were planned anew.',
      };
    case 'DeadlineMissed':
      return { de: 'Eine Frist ist verstrichen.', en: 'A deadline has passed.' };
    case 'MessageSending':
      return { de: 'Eine Nachricht wird verschickt.', en: 'A message is being sent.' };
    case 'MessageSent':
      return { de: 'Eine Nachricht wurde verschickt.', en: 'A message was sent.' };
    case 'MessageDeferred':
      return { de: 'Eine Nachricht muss warten.', en: 'A message has to wait.' };
    case 'MessageFailed':
      return { de: 'Eine Nachricht konnte nicht verschickt werden.', en: 'A message could not be sent.' };
    case 'MessageSuppressed':
      return { de: 'Eine Nachricht entfällt.', en: 'A message is left out.' };
    case 'FlagRaised':
      return { de: 'Die Begleitung braucht Aufmerksamkeit.', en: 'The journey needs attention.' };
    case 'FlagCleared':
      return { de: 'Ein Hinweis hat sich erledigt.', en: 'A flag was cleared.' };
  }
}

function paperWords(
  event: RecordedEvent & { type: 'DocumentRecorded' },
  title: Title,
): Record<Language, string> {
  const kind = event.status && title('documentKinds', event.status.kind);
  const which = kind === undefined ? '.' : `: ${kind}.`;
  return event.plain.corrects === undefined
    ? { de: `Aufenthaltspapier erfasst${which}`, en: `Residence paper recorded${which}` }
    : { de: `Aufenthaltspapier berichtigt${which}`, en: `Residence paper corrected${which}` };
}

const moduleStates = {
  proposed: { de: 'vorgeschlagen', en: 'proposed' },
  applied: { de: 'angemeldet', en: 'applied' },
  waitlisted: { de: 'auf der Warteliste', en: 'on the waiting list' },
  enrolled: { de: 'aufgenommen', en: 'enrolled' },
  active: { de: 'läuft', en: 'active' },
  paused: { de: 'unterbrochen', en: 'paused' },
  completed: { de: 'abgeschlossen', en: 'completed' },
  aborted: { de: 'abgebrochen', en: 'aborted' },
  not_started: { de: 'nicht angetreten', en: 'not started' },
};
