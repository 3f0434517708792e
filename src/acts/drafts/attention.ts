import { attentionRoutes } from '../../../contract/routes/attention.js';
import { deadlinesIn, type Deadline } from '../../../domain/deadlines/agenda.js';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import { lastSnoozeDay } from '../../../domain/journey/commands/attend.js';
import type { DoTask, SnoozeFlag, VerifyDeadline } from '../../../domain/journey/commands/attend.js';
import type { RemindCoach } from '../../../domain/journey/commands/remind-coach.js';
import type { WakeFlag } from '../../../domain/journey/commands/reopen.js';
import { agendaOf, flagRule, type FlagFact, type TaskFact } from '../../../domain/journey/state.js';
import { dayInWords } from '../../journeys/views/day-words.js';
import { taskTitles } from '../../journeys/views/task-view.js';
import type { Bench } from '../bench.js';
import type { Draft } from '../draft.js';
import { happenedOn, need } from '../needs.js';
import { snoozeReasons } from '../option-words.js';
import { inWords } from '../words.js';

/** Puts a raised flag aside; until when at most, the rules say. */
export function snooze({ id: flag, severity }: FlagFact, bench: Bench): Draft {
  const { language, today } = bench;
  const latest = lastSnoozeDay(severity, today);
  const wish = addDays(today, severity === 3 ? 1 : 7);
  const last = dayInWords(latest, language);
  return {
    key: `flag.snooze.${flag}`,
    group: 'attention',
    label: inWords(bench, { de: 'Zurückstellen', en: 'Put aside' }),
    words: ['später', 'warten', 'snooze', 'later'],
    route: attentionRoutes.snoozeFlag,
    params: { id: flag },
    body: {},
    needs: [
      // the day is likely to fit as it is; the reason is what one has to say
      need(bench, 'choice', '/reason', 'reason', {
        required: true,
        options: snoozeReasons.map((words) => ({ value: words[language], label: words[language] })),
      }),
      need(bench, 'day', '/until', 'until', {
        required: true,
        preset: wish,
        earliest: addDays(today, 1),
        latest,
        hint: inWords(bench, severity === 3 ? untilAtMost(last) : until(last)),
      }),
    ],
    light: true,
    sayingNothingIsFine: true,
    wish: (body) => ({ type: 'SnoozeFlag', flag, ...body }) as SnoozeFlag,
  };
}

/** Lets a flag show up again that is put aside; the rules know whether it is. */
export const wake = ({ id: flag }: FlagFact, bench: Bench): Draft => ({
  key: `flag.wake.${flag}`,
  group: 'attention',
  label: inWords(bench, { de: 'Wieder vorlegen', en: 'Show again' }),
  words: ['zurückgestellt', 'wake', 'again'],
  route: attentionRoutes.wakeFlag,
  params: { id: flag },
  body: {},
  needs: [],
  light: true,
  wish: (): WakeFlag => ({ type: 'WakeFlag', flag }),
});

/** Asks the coach to look at a flag; the rules know whether she was reminded today. */
export const remindCoach = ({ id: flag }: FlagFact, bench: Bench): Draft => ({
  key: `flag.remind.${flag}`,
  group: 'attention',
  label: inWords(bench, { de: 'Coach erinnern', en: 'Remind the coach' }),
  words: ['erinnern', 'erinnerung', 'remind'],
  route: attentionRoutes.remindCoach,
  params: { id: flag },
  body: {},
  needs: [],
  wish: (): RemindCoach => ({ type: 'RemindCoach', flag }),
});

const until = (day: string) => ({ de: `Höchstens bis ${day}.`, en: `Until ${day} at most.` });
const untilAtMost = (day: string) => ({
  de: `Höchstens bis ${day}, weil heute gehandelt werden sollte.`,
  en: `Until ${day} at most, because this should be dealt with today.`,
});

/** Marks a task as done, today. */
export const doTask = ({ id: task }: TaskFact, bench: Bench, label = inWords(bench, done)): Draft => ({
  key: `task.done.${task}`,
  group: 'attention',
  label,
  words: ['erledigt', 'aufgabe', 'done', 'task'],
  route: attentionRoutes.doTask,
  params: { id: task },
  body: { on: bench.today },
  needs: [],
  light: true,
  wish: (body) => ({ type: 'DoTask', task, ...body }) as DoTask,
});

const done = { de: 'Erledigt', en: 'Done' };

/** Confirms the day of a deadline that somebody has looked up. */
export function verifyDeadline({ id: deadline, rule, due }: Deadline, bench: Bench): Draft {
  const { context, language } = bench;
  const title = context.programme.deadlines.find(({ key }) => key === rule)?.title[language] ?? rule;
  const day = dayInWords(due, language);
  return {
    key: `deadline.verify.${deadline}`,
    group: 'attention',
    label: inWords(bench, {
      de: `Datum geprüft: ${title}, ${day}`,
      en: `Day verified: ${title}, ${day}`,
    }),
    words: ['frist', 'prüfen', 'bestätigen', 'deadline', 'verify'],
    route: attentionRoutes.verifyDeadline,
    params: { id: deadline },
    body: {},
    needs: [happenedOn(bench)],
    wish: (body) => ({ type: 'VerifyDeadline', deadline, ...body }) as VerifyDeadline,
  };
}

/** What is raised, open or not verified in this journey. */
export function attentionDrafts(bench: Bench): Draft[] {
  const { state, context, language } = bench;
  const titleOf = (flag: FlagFact): string => {
    const rule = flagRule(state, flag.id);
    return context.programme.stuck.find(({ key }) => key === rule)?.title[language] ?? '';
  };
  const named = (draft: Draft, of: string): Draft =>
    of ? { ...draft, label: `${draft.label}: ${of}` } : draft;
  return [
    ...state.plain.flags.flatMap((flag) =>
      [remindCoach, snooze, wake].map((draft) => named(draft(flag, bench), titleOf(flag))),
    ),
    ...state.plain.tasks
      .filter((task) => task.state === 'open')
      .map((task) => named(doTask(task, bench), taskTitles[task.kind][language])),
    ...deadlinesIn(agendaOf(state))
      .filter((deadline) => deadline.state === 'open')
      .map((deadline) => verifyDeadline(deadline, bench)),
  ];
}
