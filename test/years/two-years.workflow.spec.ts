import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journeyWorld, type JourneyWorld } from '../support/journey-world.js';
import type { Observed } from './act.js';
import { cast } from './cast/index.js';
import { disagreements, unexplained } from './compare.js';
import { instantOf } from './days.js';
import { Life } from './live.js';
import { rules } from './naive/rules.js';
import { expectedOf } from './naive/walk.js';
import { ObservedJourney } from './observed.js';
import * as period from './script/period.js';

/** A quarter of an hour is enough for two years: the server skips the time in which nothing happens. */
const longestMs = 900_000;

let world: JourneyWorld;
const lived = new Map<string, ObservedJourney>();
const acts: Observed[] = [];

beforeAll(async () => {
  // a little before the first fact: starting takes a while, and the server's clock runs on meanwhile
  world = await journeyWorld({ from: instantOf(`${period.firstDay} 11:55`) });
  const life = await Life.of(world, cast, period);
  const { keyOf } = world.programmes.planning('durchstarten');
  for (const one of life.people) {
    const observed = new ObservedJourney(one.id, await life.eventsOf(one), keyOf);
    lived.set(one.scripted.name, observed);
    acts.push(...observed.acts);
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

describe('in these two years there were', () => {
  /** How many acts tell of something, a deadline's or a flag's key. */
  const count = (kinds: readonly Observed['act'][], key: string): number =>
    acts.filter(({ act, what }) => kinds.includes(act) && what.includes(key)).length;

  /** How many facts of a kind the script tells; every one of them was recorded. */
  const told = (does: string): number =>
    cast.flatMap(({ facts }) => facts).filter(({ fact }) => fact.does === does).length;

  it('forty journeys', () => {
    expect(cast.length).toBeGreaterThanOrEqual(40);
  });

  it.each(rules.map(({ key }) => key))('five acts of the rule %s', (rule) => {
    expect(count(['mail', 'notice', 'missed'], rule)).toBeGreaterThanOrEqual(5);
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
    expect(count(['raised'], flag)).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['ask for renewal', 10],
    ['pause', 5],
    ['withdraw consent', 5],
    ['close', 5],
  ])('of "%s" at least %d', (does, times) => {
    expect(told(does)).toBeGreaterThanOrEqual(times);
  });

  it('notices of the rule that came half-way', () => {
    expect(count(['notice'], 'consent_review')).toBeGreaterThanOrEqual(5);
  });

  it('both changes of the clocks, and a leap day', () => {
    for (const day of ['2027-03-28', '2027-10-31', '2028-02-29'])
      expect(period.firstDay < day && day < period.lastDay).toBe(true);
  });

  it('no mail twice, and nothing that failed for good', () => {
    const keys = world.mails.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(world.failures).toEqual([]);
  });
});
