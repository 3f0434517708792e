import { linksOf } from '../../domain/deadlines/links.js';
import type { StuckCondition, StuckStart } from '../../domain/programme/schema/stuck.js';
import { sinceOf } from '../../domain/stuck/since.js';
import type { Day } from '../../domain/time.js';
import type { Bench } from '../acts/bench.js';
import type { Words } from '../acts/words.js';
import { dayInWords } from '../journeys/views/day-words.js';
import type { Language } from '../journeys/views/language.js';

type Told = (language: Language) => string;

/** One sentence on why a flag is raised: the fact from which its rule counts. */
export function whyRaised(rule: string, since: Day, bench: Bench): string {
  const { context, language } = bench;
  const { causes = [] } = context.programme.stuck.find(({ key }) => key === rule) ?? {};
  const known = causes.flatMap(({ condition }) => {
    const told = toldBy(condition, bench);
    return told === undefined ? [] : [told];
  });
  // of several causes the last that there is anything to tell of: a rule names the later stage last
  const told = known.at(-1);
  if (told) return told;
  const day = dayInWords(since, language);
  return language === 'de' ? `Das ist so seit ${day}.` : `This has been so since ${day}.`;
}

function toldBy(condition: StuckCondition, bench: Bench): string | undefined {
  const { state, context, language } = bench;
  if ('failedMessages' in condition) return sentences.failed[language];
  if ('paper' in condition) return sentences.paper[language];
  if ('until' in condition || 'past' in condition) {
    const name = 'until' in condition ? condition.until : condition.past;
    const anchor = context.programme.anchors.find(({ key }) => key === name);
    const value = anchor && linksOf(anchor, state).at(-1)?.value;
    if (typeof value !== 'string') return undefined;
    const told = 'until' in condition ? sentences.until : sentences.past;
    return told[language].replace('{day}', dayInWords(value, language));
  }
  if ('deadline' in condition) return undefined;
  const from = sinceOf(condition.since, state, context.programme)?.from;
  return from && sentenceOf(condition.since, bench)(language).replace('{day}', dayInWords(from, language));
}

function sentenceOf(start: StuckStart, { context }: Bench): Told {
  const { milestones, phases } = context.programme;
  const titleOf = (list: readonly { key: string; title: Words }[], key: string, language: Language): string =>
    list.find((each) => each.key === key)?.title[language] ?? key;
  if (start === 'entry') return (language) => sentences.entry[language];
  if (start === 'contact') return (language) => sentences.contact[language];
  if ('milestone' in start) {
    return (language) =>
      sentences.milestone[language].replace('{what}', titleOf(milestones, start.milestone, language));
  }
  if ('newestOf' in start) return (language) => sentences.newest[language];
  if ('phase' in start) {
    return (language) => sentences.phase[language].replace('{what}', titleOf(phases, start.phase, language));
  }
  return (language) => sentences.modules[language];
}

const sentences = {
  failed: {
    de: 'Die letzten Nachrichten an die Person kamen nicht an.',
    en: 'The last messages to the person did not arrive.',
  },
  paper: {
    de: 'Das letzte Papier ist eine Grenzübertrittsbescheinigung, und die Ausreisefrist ist noch nicht geprüft.',
    en: 'The last paper is a border crossing certificate, and the departure deadline is not verified yet.',
  },
  until: {
    de: 'Das Papier gilt bis {day}; ein Antrag mit Nachweis ist nicht eingetragen.',
    en: 'The paper is valid until {day}; no request with proof is recorded.',
  },
  past: {
    de: 'Das Papier galt bis {day}; ein Antrag mit Nachweis ist nicht eingetragen.',
    en: 'The paper was valid until {day}; no request with proof is recorded.',
  },
  entry: {
    de: 'Das ist offen seit {day}, seit dem Eintritt.',
    en: 'This has been open since the entry, {day}.',
  },
  contact: {
    de: 'Der letzte Kontakt, von dem Lotse weiß, war am {day}.',
    en: 'The last contact that Lotse knows of was on {day}.',
  },
  milestone: {
    de: 'Das ist offen seit {day} („{what}“).',
    en: 'This has been open since {day} (“{what}”).',
  },
  newest: {
    de: 'Der Teilhabeplan ist vom {day} und seitdem nicht durchgesehen.',
    en: 'The participation plan is of {day} and was not reviewed since.',
  },
  phase: {
    de: 'Die Phase „{what}“ dauert seit {day}, ohne neuen Meilenstein.',
    en: 'The phase “{what}” has lasted since {day}, without a new milestone.',
  },
  modules: { de: 'Der Baustein wartet seit {day}.', en: 'The module has waited since {day}.' },
} satisfies Record<string, Words>;
