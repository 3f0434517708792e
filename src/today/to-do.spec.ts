import { describe, expect, it } from '@jest/globals';
import { benchOf, type Bench } from '../acts/bench.js';
import { applied, contract, paperOf, reach } from '../../test/support/histories.js';
import { states } from '../../test/support/journeys-in-states.js';
import { programme } from '../../test/support/planning.js';
import { Story } from '../../test/support/story.js';
import type { ViewContext } from '../journeys/views/view-context.js';
import { deadlinesToDo } from './deadlines-to-do.js';
import { flagsToDo } from './flags-to-do.js';
import { tasksToDo } from './tasks-to-do.js';
import { byUrgency, groupBy, type ToDo } from './to-do.js';
import { isForReader } from './told.js';

const everything = (): boolean => true;
const storyOf = (name: string): Story => states[name]?.() ?? new Story('2026-11-23T08:30:00.000Z');

function benchFor({ state, planning, now }: Story, language: 'de' | 'en' = 'de', role = 'coach'): Bench {
  const texts = { writtenIn: ['de', 'ti', 'ar'] };
  const context = { role, language, programme, planning, now, texts, coach: null, callBack: {} };
  const account = { id: '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d44', role: role as 'coach' };
  return benchOf(state, context as unknown as ViewContext, account);
}

const toDo = (bench: Bench): ToDo[] =>
  [flagsToDo, tasksToDo, deadlinesToDo].flatMap((each) => each(bench, everything));
/** What stands where, by rule and group. */
const told = (story: Story): Record<string, string> =>
  Object.fromEntries(toDo(benchFor(story)).map(({ group, item }) => [item.rule, group]));

describe('the group of something to do', () => {
  it('follows from the day by which it should be done', () => {
    const today = '2026-11-23';
    expect(['2026-11-22', today, '2026-11-24'].map((day) => groupBy(day, today))).toEqual([
      'overdue',
      'due_today',
      'this_week',
    ]);
  });

  it('of a flag follows from its severity: at once, within a week', () => {
    const story = storyOf('with a departure that runs');
    expect(told(story)).toMatchObject({ departure_running: 'due_today' });
    story.reaches('2026-11-24T09:00:00.000Z');
    expect(told(story)).toMatchObject({ departure_running: 'overdue' });

    const other = storyOf('planned');
    other.does(paperOf('toleration_60a', other.day(28)));
    expect(told(other)).toMatchObject({ document_expiring_unhandled: 'this_week' });
    other.reaches('2026-12-02T09:00:00.000Z');
    // the paper's day is still to come: nothing is late
    expect(told(other)).toMatchObject({ document_expiring_unhandled: 'due_today' });
  });

  it('holds a flag no longer that was put aside, until the day is over', () => {
    const story = storyOf('with a departure that runs');
    const flag = story.state.plain.flags[0]?.id ?? '';
    story.does({ type: 'SnoozeFlag', flag, until: story.day(1), reason: 'Termin vereinbart' });
    expect(told(story)).toEqual({});
    story.reaches('2026-11-25T09:00:00.000Z');
    expect(told(story)).toHaveProperty('departure_running');
  });
});

describe('a deadline', () => {
  it('is not said twice: a flag about the paper stands for it', () => {
    const story = storyOf('planned');
    story.does(paperOf('toleration_60a', story.day(3)));
    expect(told(story)).toEqual({ document_expiring_unhandled: 'due_today' });
  });

  it('whose paper is asked for waits, and is not late', () => {
    const story = storyOf('planned');
    story.does(paperOf('toleration_60a', story.day(3)));
    story.does({ type: 'RequestRenewal', on: story.today, proof: 'receipt_seen' });
    expect(told(story)).toEqual({ residence_document_expiry: 'next_7_days' });
    story.reaches('2026-11-30T09:00:00.000Z');
    expect(told(story)).toEqual({ residence_document_expiry: 'this_week' });
    const [item] = toDo(benchFor(story)).map((each) => each.item);
    expect(item).toMatchObject({
      severity: 1,
      why: expect.stringContaining('die Verlängerung ist beantragt'),
    });
    expect(item?.actions[0]?.key).toBe('paper.new');
  });

  it('that only says from when on something may be done is news for a week', () => {
    const story = storyOf('planned');
    story.does(contract(story.today, '2027-06-25'));
    story.reaches('2026-11-27T09:00:00.000Z');
    const rule = 'apprenticeship_status_earliest_application';
    expect(told(story)).toHaveProperty(rule, 'this_week');
    story.reaches('2026-12-10T09:00:00.000Z');
    expect(told(story)).not.toHaveProperty(rule);
  });

  it('offers what makes it done', () => {
    const story = storyOf('planned');
    story.does(contract(story.today, story.day(5)));
    const begins = toDo(benchFor(story)).find(({ item }) => item.rule === 'training_year_start');
    expect(begins).toMatchObject({ group: 'next_7_days' });
    expect(begins?.item.actions.map(({ key }) => key)).toContain('milestone.training_started');
  });
});

describe('what is told', () => {
  it('of why it is there is a whole sentence, in either language', () => {
    for (const name of Object.keys(states)) {
      const story = storyOf(name);
      story.does({ type: 'CarryOutDue' });
      story.reaches('2027-04-20T09:00:00.000Z');
      for (const language of ['de', 'en'] as const) {
        for (const { item } of toDo(benchFor(story, language))) {
          expect(item.why).toMatch(/^[^{}]+\.$/);
          expect(item.why).not.toMatch(/undefined|illegal|Versäumnis/);
        }
      }
    }
  });

  it('to coordinators is what their mails tell them, and what is nobody’s', () => {
    const story = storyOf('with a departure that runs');
    const flag = story.state.plain.flags[0]?.id ?? '';
    const bench = benchFor(story, 'de', 'coordinator');
    expect(isForReader(flag, bench, false)).toBe(true);
    expect(isForReader(flag, benchFor(story), false)).toBe(true);
    expect(isForReader('5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d99', bench, false)).toBe(false);
    expect(isForReader('5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d99', bench, true)).toBe(true);
  });

  it('comes by day, then by severity, then by family name', () => {
    const item = (due: string, severity: number, familyName: string) =>
      ({ item: { id: familyName, due, severity, journey: { name: { familyName } } } }) as unknown as ToDo;
    const sorted = [
      item('2026-11-20', 3, 'A'),
      item('2026-11-23', 3, 'Z'),
      item('2026-11-23', 2, 'Äder'),
      item('2026-11-23', 2, 'Berg'),
    ];
    expect(sorted.toReversed().sort(byUrgency)).toEqual(sorted);
  });

  it('of a milestone that is done already is nothing', () => {
    const story = storyOf('planned');
    story.does(contract(story.today, story.day(5)));
    story.does(applied(story.today, '60c'));
    story.does(reach('training_started', story.today));
    expect(told(story)).not.toHaveProperty('training_year_start');
  });
});
