import { expect, it } from '@jest/globals';
import { planningWith, programme } from '../support/planning.js';
import { cast } from './cast/index.js';
import { disagreements, unexplained } from './compare.js';
import { instantOf } from './days.js';
import { InMemory } from './in-memory.js';
import { expectedOf } from './naive/walk.js';
import { withNewRule } from './new-rule.js';
import { ObservedJourney } from './observed.js';
import * as period from './script/period.js';

it('agrees', () => {
  const changed = withNewRule({ programme, fingerprint: '' }).programme;
  const known = '2020-01-01T00:00:00.000Z';
  const later = planningWith({
    programme: changed,
    stamp: 'later',
    ruleKnownAt: ({ key }) => (key === 'consent_review' ? instantOf(period.newRuleAt) : known),
  });
  const lines: string[] = [];
  let acts = 0;
  let live = 0;
  let naive = 0;
  let batches = 0;
  const moments = new Set<string>();
  for (const journey of cast) {
    for (const { at } of journey.facts) moments.add(at);
    let events;
    let id = '';
    const t0 = performance.now();
    try {
      const memory = new InMemory(journey, planningWith(), later, period);
      events = memory.live();
      id = memory.state.plain.journey;
    } catch (error) {
      lines.push(`${journey.name}: ${String((error as Error).stack)}`);
      continue;
    }
    const t1 = performance.now();
    live += t1 - t0;
    const observed = new ObservedJourney(id, events, planningWith().keyOf);
    const { expected, overtaken } = expectedOf(journey, period);
    naive += performance.now() - t1;
    acts += observed.acts.length;
    batches += new Set(observed.acts.map(({ at }) => at)).size;
    lines.push(...disagreements(journey.name.split(',')[0] ?? '', expected, observed.acts));
    lines.push(...unexplained(journey.name.split(',')[0] ?? '', overtaken, observed.overtaken));
  }
  console.log(cast.length, acts, batches, moments.size, lines.length, live, naive);
  console.log(lines.join('\n'));
  expect(lines.length).toBe(0);
});
