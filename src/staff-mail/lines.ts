import type { Deadline } from '../../domain/deadlines/agenda.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { DeadlineRule } from '../../domain/programme/schema/deadline.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Reason } from '../../domain/staff-mail/reason.js';
import type { Day } from '../../domain/time.js';
import { daysFor, taskTitles } from '../journeys/views/task-view.js';
import { staffText, type StaffText } from './texts.js';

/** One line of a mail to staff, and what it is sorted by. */
export interface NoticeLine {
  journey: string;
  externalId?: string;
  /** The deadline, flag or task: told once, however many notices there are of it. */
  about: string;
  severity: number;
  day: Day;
  text: string;
}

/** What is to be told, by Kennung, title and day; the title is the one that tells no kind of paper. */
export function lineOf({ plain, case: own }: JourneyState, reason: Reason, programme: Programme): NoticeLine {
  const { about, severity, day, text } = toldOf(reason, programme);
  return {
    journey: plain.journey,
    ...(own.externalId !== undefined && { externalId: own.externalId }),
    about,
    severity,
    day,
    text: severity === 3 ? staffText('grave', { line: text }) : text,
  };
}

function toldOf(
  reason: Reason,
  { deadlines, stuck, anchors }: Programme,
): Pick<NoticeLine, 'about' | 'severity' | 'day' | 'text'> {
  switch (reason.kind) {
    case 'deadline': {
      const { id: about, rule: key, due: day, state } = reason.deadline;
      const rule = deadlines.find((each) => each.key === key);
      const title = (rule?.mailTitle ?? rule?.title)?.de ?? staffText('deadline');
      // with its title such a day would tell the birth date
      const isBirthday = anchors.find((each) => each.key === rule?.anchor)?.of === 'person';
      const when = isBirthday ? 'noDay' : wordsFor(state, rule);
      return { about, severity: 0, day, text: staffText(when, { title, day }) };
    }
    case 'flag': {
      const { id: about, severity, since } = reason.flag;
      const rule = stuck.find((each) => each.key === reason.rule);
      const other = reason.rule === 'planning_failed' ? 'planningFailed' : 'attention';
      const title = (rule?.mailTitle ?? rule?.title)?.de ?? staffText(other);
      const day = berlinDay(since);
      return { about, severity, day, text: staffText(reason.reminds ? 'reminded' : 'since', { title, day }) };
    }
    case 'task': {
      const { id: about, kind, severity, openedAt } = reason.task;
      const day = addDays(berlinDay(openedAt), daysFor[severity]);
      return { about, severity, day, text: staffText('toDo', { title: taskTitles[kind].de, day }) };
    }
  }
}

const wordsFor = (state: Deadline['state'], rule: DeadlineRule | undefined): StaffText =>
  state === 'missed' ? 'missed' : rule?.direction === 'earliest' ? 'earliest' : 'open';
