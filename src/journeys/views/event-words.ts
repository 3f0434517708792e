import type { RecordedEvent } from '../../../domain/journey/events.js';
import type { Language } from './language.js';

type Words = Record<Language, string>;

/** The sentence of every event that is told in the same words each time. */
export const fixedWords = {
  JourneyOpened: { de: 'Die Begleitung wurde eröffnet.', en: 'The journey was opened.' },
  JourneyTakenOver: {
    de: 'Die Begleitung wurde aus dem Register übernommen.',
    en: 'The journey was taken over from the register.',
  },
  JourneyReopened: { de: 'Die Begleitung wurde wieder aufgenommen.', en: 'The journey was reopened.' },
  JourneyPaused: { de: 'Die Begleitung ruht.', en: 'The journey was paused.' },
  JourneyResumed: { de: 'Die Begleitung geht weiter.', en: 'The journey goes on.' },
  ParticipantChanged: {
    de: 'Angaben zur Person wurden geändert.',
    en: 'Details of the person were changed.',
  },
  DocumentWithdrawn: {
    de: 'Ein Aufenthaltspapier wurde zurückgenommen.',
    en: 'A residence paper was withdrawn.',
  },
  MilestoneWithdrawn: { de: 'Ein Meilenstein wurde zurückgenommen.', en: 'A milestone was withdrawn.' },
  RenewalWithdrawn: {
    de: 'Ein Antrag auf Verlängerung wurde zurückgenommen.',
    en: 'A request for renewal was withdrawn.',
  },
  ContactWithdrawn: { de: 'Ein Kontakt wurde zurückgenommen.', en: 'A contact was withdrawn.' },
  ModuleChangeWithdrawn: {
    de: 'Ein Schritt eines Bausteins wurde zurückgenommen.',
    en: 'A step of a module was withdrawn.',
  },
  FollowUpBegan: { de: 'Die Nachbetreuung hat begonnen.', en: 'Follow-up has begun.' },
  AgendaChanged: {
    de: 'Fristen und Erinnerungen wurden neu geplant.',
    en: 'Deadlines and reminders were planned anew.',
  },
  DeadlineMissed: { de: 'Eine Frist ist verstrichen.', en: 'A deadline has passed.' },
  DeadlineVerified: { de: 'Eine Frist wurde bestätigt.', en: 'A deadline was verified.' },
  NoticeQueued: { de: 'Eine Nachricht an das Team wurde vorgemerkt.', en: 'A notice to staff was queued.' },
  TaskDone: { de: 'Eine Aufgabe ist erledigt.', en: 'A task was done.' },
  TaskReopened: { de: 'Eine Aufgabe ist wieder offen.', en: 'A task is open again.' },
  TaskGone: { de: 'Eine Aufgabe hat sich erledigt.', en: 'A task is no longer needed.' },
  MessageSending: { de: 'Eine Nachricht wird verschickt.', en: 'A message is being sent.' },
  MessageSent: { de: 'Eine Nachricht wurde verschickt.', en: 'A message was sent.' },
  MessageDeferred: { de: 'Eine Nachricht muss warten.', en: 'A message has to wait.' },
  MessageFailed: { de: 'Eine Nachricht konnte nicht verschickt werden.', en: 'A message could not be sent.' },
  MessageSuppressed: { de: 'Eine Nachricht entfällt.', en: 'A message is left out.' },
  MessageHeldBack: { de: 'Eine Nachricht wurde zurückgehalten.', en: 'A message was held back.' },
  MessageReleased: {
    de: 'Eine Nachricht wurde wieder freigegeben.',
    en: 'A message was let go again.',
  },
  MessageResendRequested: {
    de: 'Eine Nachricht, die nicht angekommen war, soll noch einmal hinaus.',
    en: 'A message that had not arrived is to go out once more.',
  },
  TaskOpened: { de: 'Es gibt eine neue Aufgabe.', en: 'There is a new task.' },
  FlagCleared: { de: 'Ein Hinweis hat sich erledigt.', en: 'A flag was cleared.' },
  FlagSnoozed: { de: 'Ein Hinweis wurde zurückgestellt.', en: 'A flag was put aside.' },
  FlagSnoozeWithdrawn: {
    de: 'Ein Hinweis ist nicht mehr zurückgestellt.',
    en: 'A flag is not put aside any more.',
  },
  CoachReminded: {
    de: 'Die Koordination hat den Coach an einen Hinweis erinnert.',
    en: 'The coach was reminded of a flag by the coordination.',
  },
} satisfies Partial<Record<RecordedEvent['type'], Words>>;

export const moduleStates = {
  proposed: { de: 'vorgeschlagen', en: 'proposed' },
  applied: { de: 'angemeldet', en: 'applied' },
  waitlisted: { de: 'Warteliste', en: 'waiting list' },
  enrolled: { de: 'aufgenommen', en: 'enrolled' },
  active: { de: 'läuft', en: 'active' },
  paused: { de: 'pausiert', en: 'paused' },
  completed: { de: 'abgeschlossen', en: 'completed' },
  aborted: { de: 'vorzeitig beendet', en: 'ended early' },
  not_started: { de: 'nicht begonnen', en: 'not started' },
} satisfies Record<string, Words>;

export const purposeWords = {
  case_work: { de: 'Fallarbeit', en: 'case work' },
  reminders: { de: 'Erinnerungen', en: 'reminders' },
  provider: { de: 'Träger', en: 'providers' },
} satisfies Record<string, Words>;

export const overlayWords = {
  unreachable: { de: 'nicht erreichbar', en: 'not reachable' },
  status_crisis: { de: 'Aufenthalt in der Krise', en: 'residence status in crisis' },
} satisfies Record<string, Words>;
