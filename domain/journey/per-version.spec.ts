import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { steps } from '../../test/support/steps.js';
import { journeyId, storyOf } from '../../test/support/story.js';
import { forOneCommand } from '../deadlines/for-one-command.js';
import { planWithFlags } from '../deadlines/plan.js';
import { evolve } from './evolve.js';
import { initialState } from './state.js';

const now = '2026-11-23T07:30:00.000Z';

it('remembers no fact for longer than it stands: after every event of any history the plan is the one of a copy', () => {
  fc.assert(
    fc.property(steps(16), (history) => {
      const { events, planning } = storyOf(history, now);
      const remembering = forOneCommand(planning);
      const state = initialState(journeyId);
      for (const event of events) {
        evolve(state, event);
        // a copy remembers nothing
        const afresh = planWithFlags(structuredClone(state), planning);
        expect({ after: event.type, ...planWithFlags(state, remembering) }).toEqual({
          after: event.type,
          ...afresh,
        });
      }
    }),
    { seed: 20261129, numRuns: 60 },
  );
});
