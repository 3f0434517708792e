import { toldInPerson } from '../../../domain/journey/commands/steer-message.js';
import type { RecordedEvent } from '../../../domain/journey/events.js';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import { fixedWords, moduleStates, overlayWords, purposeWords } from './event-words.js';
import type { Language } from './language.js';

/** What happened, as one sentence for staff. */
export function eventText(event: RecordedEvent, programme: Programme, language: Language): string {
  return wordsOf(
    event,
    (list, key) => programme[list].find((each) => each.key === key)?.title[language] ?? key,
  )[language];
}

type Title = (
  list: 'milestones' | 'modules' | 'documentKinds' | 'exitReasons' | 'stuck',
  key: string,
) => string;

function wordsOf(event: RecordedEvent, title: Title): Record<Language, string> {
  switch (event.type) {
    case 'RegisterRowUpdated':
      return rowWords(event.plain.columns);
    case 'CoachAssigned':
      return event.plain.coach === null
        ? { de: 'Die Begleitung hat keinen Coach mehr.', en: 'The journey has no coach any more.' }
        : { de: 'Die Begleitung wurde einem Coach zugeordnet.', en: 'The journey was assigned to a coach.' };
    case 'DocumentRecorded':
      return paperWords(event, title);
    case 'RenewalRequested':
      return event.status?.proof === 'self_reported'
        ? { de: 'Verlängerung beantragt, ohne Nachweis.', en: 'Renewal requested, without proof.' }
        : { de: 'Verlängerung beantragt.', en: 'Renewal requested.' };
    case 'MilestoneReached': {
      const milestone = title('milestones', event.plain.milestone);
      return { de: `Meilenstein erreicht: ${milestone}.`, en: `Milestone reached: ${milestone}.` };
    }
    case 'ModuleChanged': {
      const module = `${event.plain.module} ${title('modules', event.plain.module)}`;
      const state = moduleStates[event.plain.state];
      return { de: `Baustein ${module}: ${state.de}.`, en: `Module ${module}: ${state.en}.` };
    }
    case 'ContactRecorded':
      return event.plain.reached
        ? { de: 'Kontakt mit der Person.', en: 'Contact with the person.' }
        : { de: 'Kontakt versucht, niemanden erreicht.', en: 'Contact was tried, nobody was reached.' };
    case 'ConsentWithdrawn': {
      const { purposes } = event.plain;
      const named = (language: Language) => purposes.map((each) => purposeWords[each][language]).join(', ');
      return { de: `Einwilligung widerrufen: ${named('de')}.`, en: `Consent withdrawn: ${named('en')}.` };
    }
    case 'OverlaySet': {
      const overlay = overlayWords[event.plain.overlay];
      return { de: `Vermerkt: ${overlay.de}.`, en: `Noted: ${overlay.en}.` };
    }
    case 'OverlayCleared': {
      const overlay = overlayWords[event.plain.overlay];
      return { de: `Nicht mehr: ${overlay.de}.`, en: `No longer: ${overlay.en}.` };
    }
    case 'JourneyClosed': {
      const reason = title('exitReasons', event.plain.reason);
      return {
        de: `Die Begleitung wurde abgeschlossen: ${reason}.`,
        en: `The journey was closed: ${reason}.`,
      };
    }
    case 'FlagRaised': {
      const rule = event.case?.rule ?? event.status?.rule;
      const which = rule === undefined || rule === 'planning_failed' ? '.' : `: ${title('stuck', rule)}.`;
      return {
        de: `Die Begleitung braucht Aufmerksamkeit${which}`,
        en: `The journey needs attention${which}`,
      };
    }
    case 'MessageSuppressed':
      return event.plain.why === toldInPerson ? toldWords : fixedWords[event.type];
    default:
      return fixedWords[event.type];
  }
}

const toldWords = {
  de: 'Eine Nachricht wurde persönlich ausgerichtet und geht nicht hinaus.',
  en: 'A message was told in person and does not go out.',
};

function rowWords(columns: readonly string[]): Record<Language, string> {
  if (columns.length === 0) {
    return {
      de: 'Die Zeile im Register sagt, was hier schon stand.',
      en: 'The row of the register says what stood here already.',
    };
  }
  const named = columns.join(', ');
  return { de: `Aus dem Register übernommen: ${named}.`, en: `Taken over from the register: ${named}.` };
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
