import { describe, expect, it } from '@jest/globals';
import type { AgendaItem } from '../../domain/deadlines/agenda.js';
import { berlinDay, berlinTime } from '../../domain/deadlines/berlin.js';
import { mailMorning } from '../../domain/deadlines/staff-hours.js';
import { planningWith } from '../support/planning.js';
import { assessed, eligible, reach } from '../support/histories.js';
import { Story } from '../support/story.js';
import { consent, opening } from '../support/wishes.js';
import { examples, type Example } from './deadline-examples.js';

/** A person born on a day, a year ago found eligible, who may be reminded. */
function somebody(now: string, bornOn = '2006-05-17'): Story {
  const story = new Story(now);
  const { person, ...entry } = opening(story.today);
  story.does({ ...entry, person: { ...person, bornOn } });
  story.does(consent(story.today));
  story.does(eligible(story.today));
  story.does(assessed(story.today));
  return story;
}

const who = { coach: 'C', coordinator: 'K' } as const;

/** The rungs of a rule that lie ahead: to whom, which one, the day and local hour; like rungs in one line. */
function rungs(story: Story, rule: string): string[] {
  const { case: own, status } = story.state;
  const items = [...Object.values(own.agenda.items), ...Object.values(status.agenda.items)];
  return items
    .filter((item) => item.rule === rule && (item.act === 'remind' || item.act === 'notify'))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(shown)
    .sort();
}

function shown({ to = 'coach', rung, at }: AgendaItem): string {
  if (to === 'participant') return `P ${rung} ${berlinDay(at)} ${berlinTime(at).hour} h`;
  // queued early, for the mail of that working morning
  const { day, hour, minute } = berlinTime(mailMorning(at, planningWith()));
  return `${who[to]} ${rung} ${day} ${hour}:${minute}`;
}

const stateOf = (story: Story, rule: string): string[] =>
  story.deadlines.filter((each) => each.rule === rule).map(({ due, state }) => `${due} ${state}`);

function told({ on, bornOn, given }: Example): Story {
  const story = somebody(on, bornOn);
  for (const command of given) story.does(command);
  return story;
}

describe('the table of examples', () => {
  it('has one for every deadline rule of the programme', () => {
    const rules = planningWith().programme.deadlines.map(({ key }) => key);
    expect([...new Set(examples.map(({ rule }) => rule))].sort()).toEqual(rules.sort());
  });
});

describe.each(examples)('$rule ($source)', (example) => {
  const { rule, due, doneBy, onMissed } = example;

  it(`is due on ${due}, and says so on these days`, () => {
    const story = told(example);
    expect(stateOf(story, rule)).toEqual([`${due} open`]);
    expect(rungs(story, rule)).toEqual(example.rungs);
  });

  it('is done by its act, and silent from then on', () => {
    const story = told(example);
    const [deadline] = story.deadlines.filter((each) => each.rule === rule);
    if (rule === 'programme_age_ceiling') story.does(reach('status_gained', story.today, { kind: '25a' }));
    if (doneBy === 'verified') {
      story.does({ type: 'VerifyDeadline', deadline: deadline?.id ?? '', on: story.today });
    } else story.does(doneBy);
    expect(stateOf(story, rule)).toContain(`${due} done`);
    const { case: own, status } = story.state;
    const items = Object.values({ ...own.agenda.items, ...status.agenda.items });
    expect(items.filter((item) => item.deadline === deadline?.id)).toEqual([]);
  });

  it('lasts until 24:00 in Berlin of its day, and is told on as the table says', () => {
    const story = told(example);
    const isEarliest = rule === 'apprenticeship_status_earliest_application';
    const lastDay = example.missedAfter ?? due;
    story.reaches(`${lastDay}T21:30:00.000Z`);
    expect(stateOf(story, rule)).toContain(`${due} open`);
    story.reaches(`${lastDay}T23:00:00.000Z`);
    expect(stateOf(story, rule)).toContain(`${due} ${isEarliest ? 'open' : 'missed'}`);
    expect(rungs(story, rule)).toEqual(onMissed);
  });
});
