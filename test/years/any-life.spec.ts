import { describe, expect, it } from '@jest/globals';
import { planningWith, programme } from '../support/planning.js';
import { journeyId } from '../support/story.js';
import { disagreements, unexplained } from './compare.js';
import { instantOf } from './days.js';
import { InMemory } from './in-memory.js';
import { expectedOf } from './naive/walk.js';
import { withNewRule } from './new-rule.js';
import { ObservedJourney } from './observed.js';
import * as period from './script/period.js';
import { randomLife } from './script/random-life.js';

const before = planningWith();
const after = planningWith({
  programme: withNewRule({ programme, fingerprint: '' }).programme,
  ruleKnownAt: ({ key }) =>
    key === 'consent_review' ? instantOf(period.newRuleAt) : '2020-01-01T00:00:00.000Z',
});

const seeds = Array.from({ length: 15 }, (_, index) => index + 1);

describe('in two years of any life', () => {
  it.each(seeds)('every act happens once, in its time, and nothing else: no. %i', (seed) => {
    const memory = new InMemory(randomLife(seed), before, after, period);
    memory.live();
    const { acts, overtaken } = new ObservedJourney(journeyId, memory.story.events, before.keyOf);
    const wanted = expectedOf({ name: '', facts: memory.accepted }, period);
    expect(disagreements('', wanted.expected, acts)).toEqual([]);
    expect(unexplained('', wanted.overtaken, overtaken)).toEqual([]);
    expect(acts.length).toBeGreaterThan(5);
  });
});
