import { describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { mailMorning } from '../../domain/deadlines/staff-hours.js';
import type { Day, Instant } from '../../domain/time.js';
import { assessed, contract, eligible } from '../support/histories.js';
import { reachable } from '../support/story.js';
import { planAgreed } from '../support/wishes.js';
import { textOf } from './container-files.js';

const page = textOf('docs/how-it-works.md');

/** The days of a column of the page's table of rungs. */
const daysOf = (column: number): Day[] =>
  [...page.matchAll(/^ +\| (?:\d|the day|after).*\|$/gm)].flatMap(
    ([row]) => row.split('|')[column]?.match(/\d{4}-\d\d-\d\d/g) ?? [],
  );

describe('the milestone that is followed from click to clock', () => {
  const story = reachable('2026-11-23T09:00:00.000Z');
  const on = story.today;
  for (const wish of [eligible(on), assessed(on), planAgreed(on, '2027-02-22')]) story.does(wish);
  const events = story.does(contract(on, '2027-08-01'));
  const rule = 'training_year_start';

  it('is two events: what happened, and how the agenda changed', () => {
    expect(events.map(({ type }) => type)).toEqual(['MilestoneReached', 'AgendaChanged']);
    const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
    const { type, plain, case: own } = events[0] as { type: string; plain: object; case: { data: object } };
    const shown = JSON.parse(example) as typeof events;
    expect(shown).toMatchObject({ type, plain: { milestone: 'training_contract_signed' } });
    expect(Object.keys(plain)).toEqual(['record', 'milestone']);
    expect(own).toMatchObject({ on: '2026-11-23', data: { startsOn: '2027-08-01', probationMonths: 4 } });
    expect(shown).toMatchObject({ case: { on: '2026-11-23', data: { startsOn: '2027-08-01' } } });
  });

  it('leads to the deadline of the page', () => {
    const { due, dueRaw } = story.deadlines.find((each) => each.rule === rule) ?? {};
    expect({ due, dueRaw }).toEqual({ due: '2027-07-30', dueRaw: '2027-08-01' });
    expect(page.replaceAll(/\s+/g, ' ')).toContain(
      'shown for 2027-07-30 and missed only when 2027-08-01 is over',
    );
  });

  it('leads to mails on the days of the page', () => {
    expect(daysOf(2)).toHaveLength(3);
    expect(story.reminders.filter((each) => each.rule === rule).map(({ at }) => berlinDay(at))).toEqual(
      daysOf(2),
    );
    const told: Instant[] = [];
    for (let day = 0; day < 300; day += 1) {
      const at = new Date(Date.parse('2026-11-24T05:00:00Z') + day * 86_400_000).toISOString();
      const about = story
        .reaches(at)
        .flatMap((each) => (each.type === 'NoticeQueued' ? each.plain.about : []));
      const { id = '' } = story.deadlines.find((each) => each.rule === rule) ?? {};
      if (about.includes(id)) told.push(mailMorning(at, story.planning));
    }
    expect(told.map(berlinDay)).toEqual(daysOf(3));
  });
});
