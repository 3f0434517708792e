import type { EventView } from '../../../contract/journeys/event.js';
import type { Journey } from '../../../contract/journeys/journey.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';

/** Where the things are named that events only point to. */
export interface Named {
  journey: Pick<Journey, 'tasks' | 'deadlines'>;
  messages: readonly { key: string; rule: string }[];
  events: readonly EventView[];
  words: Pick<ProgrammeWords, 'deadlines' | 'flags' | 'tasks' | 'fields'>;
}

/** What an event is about, where its sentence does not say it: the deadline, task, flag or message it points to, or the way of a contact. */
export function subjectOf({ type, data }: EventView, named: Named): string | undefined {
  const { journey, messages, events, words } = named;
  const ruleWords = (rule: unknown): string | undefined =>
    typeof rule === 'string' ? (words.deadlines[rule] ?? words.flags[rule] ?? words.tasks[rule]) : undefined;
  if (type === 'FlagRaised') return undefined;
  if (typeof data.channel === 'string') return words.fields[`channel.${data.channel}`];
  if (data.flag !== undefined) {
    return ruleWords(
      events.find((each) => each.type === 'FlagRaised' && each.data.flag === data.flag)?.data.rule,
    );
  }
  if (data.task !== undefined) return journey.tasks.find(({ id }) => id === data.task)?.title;
  if (data.deadline !== undefined) return journey.deadlines.find(({ id }) => id === data.deadline)?.title;
  if (data.key !== undefined) return ruleWords(messages.find(({ key }) => key === data.key)?.rule);
  return undefined;
}
