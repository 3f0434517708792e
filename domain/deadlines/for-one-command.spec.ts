import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, steps } from '../../test/support/steps.js';
import { Story } from '../../test/support/story.js';
import { consent, opening } from '../../test/support/wishes.js';
import { forOneCommand } from './for-one-command.js';
import { planWithFlags } from './plan.js';

const start = '2026-11-23T07:30:00.000Z';

it('plans the same as without a memory, whatever has happened since it was made', () => {
  fc.assert(
    fc.property(steps(16), (history) => {
      const story = new Story(start);
      story.does(opening(story.today));
      story.does(consent(story.today));
      const remembering = forOneCommand(story.planning);
      for (const step of history) {
        story.now = instantOf(step, story.state, story.now);
        story.tries(step.wish(story.state, story.today, story.now));
        expect(planWithFlags(story.state, remembering)).toEqual(planWithFlags(story.state, story.planning));
      }
    }),
    { numRuns: 25 },
  );
});
