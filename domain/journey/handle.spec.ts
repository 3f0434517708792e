import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planningWith } from '../../test/support/planning.js';
import { instantOf, steps } from '../../test/support/steps.js';
import { Story, storyOf } from '../../test/support/story.js';
import { opening } from '../../test/support/wishes.js';
import { agendaChange } from './agenda-change.js';
import { plan } from '../deadlines/plan.js';
import { fold } from './evolve.js';

const now = '2026-11-23T07:30:00.000Z';
const runs = { seed: 20261123, numRuns: 60 };

describe('a command on its whole way', () => {
  it('records an agenda that equals a fresh plan, after any history', () => {
    fc.assert(
      fc.property(steps(12), (history) => {
        const { state, planning } = storyOf(history, now);
        const fresh = plan(state, planning);
        expect(agendaChange(state, fresh)).toBeUndefined();
      }),
      runs,
    );
  });

  it('leaves the state to which its events fold', () => {
    fc.assert(
      fc.property(steps(12), (history) => {
        const { state, events } = storyOf(history, now);
        expect(fold(state.plain.journey, events)).toEqual(state);
      }),
      runs,
    );
  });

  it('changes nothing the second time that it is planned', () => {
    fc.assert(
      fc.property(steps(12), (history) => {
        const story = storyOf(history, now);
        story.does({ type: 'CarryOutDue' });
        expect(story.does({ type: 'CarryOutDue' })).toEqual([]);
      }),
      runs,
    );
  });

  it('is said once, whatever it is and whatever came before', () => {
    fc.assert(
      fc.property(steps(12), (history) => {
        const story = new Story(now);
        story.does(opening(story.today));
        for (const step of history) {
          story.now = instantOf(step, story.state, story.now);
          const command = step.wish(story.state, story.today, story.now);
          story.tries(command);
          expect(story.tries(command)).toEqual([]);
        }
        // A command that a rule stands against leaves also what is due to the next one.
        story.does({ type: 'CarryOutDue' });
        expect(story.does(opening(story.today))).toEqual([]);
      }),
      runs,
    );
  });

  it('numbers the events without a gap and never records one before its predecessor', () => {
    fc.assert(
      fc.property(steps(12), (history) => {
        const { events } = storyOf(history, now);
        expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        const recorded = events.map(({ recordedAt }) => recordedAt);
        expect(recorded).toEqual([...recorded].sort());
      }),
      runs,
    );
  });

  it('counts people’s commands, not what the engine records', () => {
    const story = new Story(now);
    const events = story.does({
      ...opening(story.today),
      document: { kind: 'toleration_60a', validUntil: '2026-11-01', employmentNote: 'unknown' },
    });
    expect(events.map(({ type, actor }) => [type, actor.kind])).toEqual([
      ['JourneyOpened', 'person'],
      ['DocumentRecorded', 'person'],
      ['DeadlineMissed', 'engine'],
      ['FlagRaised', 'engine'],
      ['AgendaChanged', 'engine'],
    ]);
    expect(story.state.plain).toMatchObject({ streamVersion: 5, version: 1 });
  });

  it('heals with any command what other rules had planned', () => {
    const story = new Story(now, planningWith({ quietHours: false, stamp: 'loud' }));
    story.does({
      ...opening(story.today),
      document: { kind: 'toleration_60a', validUntil: '2027-06-01', employmentNote: 'unknown' },
    });
    const quiet = new Story(now);
    quiet.state = structuredClone(story.state);
    quiet.does({ type: 'CarryOutDue' });
    expect(agendaChange(quiet.state, plan(quiet.state, quiet.planning))).toBeUndefined();
  });
});
