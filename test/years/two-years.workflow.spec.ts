import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journeyWorld, type JourneyWorld } from '../support/journey-world.js';
import type { Observed } from './act.js';
import { cast } from './cast/index.js';
import { disagreements, unexplained } from './compare.js';
import { dayOf, instantOf, momentOf, plusDays, type Moment } from './days.js';
import { Life } from './live.js';
import { outsideTheHours, tooMany } from './mails.js';
import { newRule, rules } from './naive/rules.js';
import { expectedOf } from './naive/walk.js';
import { ObservedJourney } from './observed.js';
import * as period from './script/period.js';

/** A quarter of an hour is enough for two years: the server skips the time in which nothing happens. */
const longestMs = 900_000;

let world: JourneyWorld;
const lived = new Map<string, ObservedJourney>();
const acts: Observed[] = [];
/** The mails that left, by Berlin's clocks. */
const mails: { name: string; left: Moment[] }[] = [];

beforeAll(async () => {
  // a little before the first fact: starting takes a while, and the server's clock runs on meanwhile
  world = await journeyWorld({ from: instantOf(`${period.firstDay} 11:55`) });
  const life = await Life.of(world, cast, period);
  const { keyOf } = world.programmes.planning('durchstarten');
  for (const one of life.people) {
    const observed = new ObservedJourney(one.id, await life.eventsOf(one), keyOf);
    lived.set(one.scripted.name, observed);
    acts.push(...observed.acts);
    const left = world.mails.filter(({ key }) => observed.sent.includes(key));
    mails.push({ name: one.scripted.name, left: left.map(({ at }) => momentOf(at)).sort() });
  }
}, longestMs);

afterAll(() => world.end(), 60_000);

describe('everything that had to happen happened, once, in its time, and nothing else did, with', () => {
  it.each(cast)('$name', (scripted) => {
    const observed = lived.get(scripted.name);
    const { expected, overtaken } = expectedOf(scripted, period);
    expect(expected.length).toBeGreaterThan(0);
    expect(disagreements(scripted.name, expected, observed?.acts ?? [])).toEqual([]);
    expect(unexplained(scripted.name, overtaken, observed?.overtaken ?? [])).toEqual([]);
  });
});

describe('of the mails to participants', () => {
  const wrong = (find: (left: readonly Moment[]) => Moment[]): [string, Moment[]][] =>
    mails
      .map(({ name, left }): [string, Moment[]] => [name, find(left)])
      .filter(([, found]) => found.length > 0);

  it('every one that counts as sent has left, once, and none that was refused', () => {
    const sent = [...lived.values()].flatMap((observed) => observed.sent);
    expect(sent.length).toBeGreaterThan(150);
    expect(world.mails.map(({ key }) => key).sort()).toEqual(sent.sort());
    const unreachable = [...lived].filter(([, { failed }]) => failed.length > 0);
    expect(unreachable.map(([name]) => name.split(',')[0])).toEqual(['Mirza']);
  });

  it('none left at night, on a Sunday or a holiday', () => {
    expect(wrong(outsideTheHours)).toEqual([]);
  });

  it('none was a second one on a day or a third one within seven days, though some had to wait for that', () => {
    expect(wrong(tooMany)).toEqual([]);
    const held = [...lived.values()].reduce((count, observed) => count + observed.held.size, 0);
    expect(held).toBeGreaterThanOrEqual(3);
  });

  it('those of three weeks without a worker left as one each, when one might write again', () => {
    const { from, until } = period.outage;
    expect(wrong((left) => left.filter((at) => at > from && at < until))).toEqual([]);
    const late = wrong((left) => left.filter((at) => at >= until && at < '2027-03-31'));
    expect(late.length).toBeGreaterThan(5);
    for (const [, left] of late) expect(left.map(dayOf)).toEqual(['2027-03-30']); // the Tuesday after Easter
  });
});

describe('in these two years there were', () => {
  /** How many deadlines of a rule somebody was told of, or missed. */
  const deadlinesOf = (rule: string): number =>
    [...lived.values()].reduce((count, observed) => {
      const told = observed.acts
        .filter(({ act }) => ['mail', 'notice', 'missed'].includes(act))
        .flatMap(({ what }) => what.split(' + '))
        .filter((what) => what.startsWith(`${rule} `));
      return count + new Set(told.map((what) => what.split(' ')[1])).size;
    }, 0);

  /** How many facts of a kind the script tells; every one of them was recorded. */
  const told = (does: string): number =>
    cast.flatMap(({ facts }) => facts).filter(({ fact }) => fact.does === does).length;

  it('forty journeys', () => {
    expect(cast.length).toBeGreaterThanOrEqual(40);
  });

  it.each([...rules, newRule].map(({ key }) => key))('five deadlines of the rule %s', (rule) => {
    expect(deadlinesOf(rule)).toBeGreaterThanOrEqual(5);
  });

  it.each([
    'no_contact',
    'consent_missing',
    'assessment_overdue',
    'plan_overdue',
    'same_phase_too_long',
    'no_document_date',
    'document_expiring_unhandled',
    'document_expired',
    'departure_running',
    'delivery_failing',
  ])('three flags %s', (flag) => {
    const raised = acts.filter(({ act, what }) => act === 'raised' && what.startsWith(`${flag} `));
    expect(raised.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['ask for renewal', 10],
    ['pause', 5],
    ['withdraw consent', 5],
    ['close', 5],
  ])('of "%s" at least %d', (does, times) => {
    expect(told(does)).toBeGreaterThanOrEqual(times);
  });

  it('deadlines that ended with the days on which the clocks change, and with the leap day', () => {
    const ended = acts.flatMap(({ act, at }) => (act === 'missed' ? [at] : []));
    for (const day of period.strangeDays) expect(ended).toContain(`${plusDays(day, 1)} 00:00`);
  });

  it('no act of the engine that failed', () => {
    expect(world.failures).toEqual([]);
  });
});
