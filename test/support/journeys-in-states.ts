import { assessed, contract, eligible, newest, paperOf, reach, runs } from './histories.js';
import { reachable, Story } from './story.js';
import { opening, planAgreed } from './wishes.js';

const now = '2026-11-23T08:30:00.000Z';

const planned = (): Story => {
  const story = reachable(now);
  for (const wish of [
    paperOf('toleration_60a', story.day(40)),
    eligible(story.today),
    assessed(story.today),
  ]) {
    story.does(wish);
  }
  story.does(planAgreed(story.today, story.day(90)));
  return story;
};

/** Journeys in as many states as there are ways through the programme. */
export const states: Record<string, () => Story> = {
  'just opened, without consent': () => {
    const story = new Story(now);
    story.does(opening(story.today));
    return story;
  },
  'consented to, without a paper': () => reachable(now),
  'not eligible': () => {
    const story = reachable(now);
    story.does(eligible(story.today, 'not_eligible'));
    return story;
  },
  planned,
  'with modules in several states': () => {
    const story = planned();
    runs(story, 'F1');
    runs(story, 'F4', 'enrolled');
    runs(story, 'F5', 'completed');
    story.does({ type: 'ProposeModule', module: 'F2', on: story.today });
    story.does({ type: 'ProposeModule', module: 'F3', on: story.today });
    story.does({
      type: 'ChangeModule',
      record: newest(story, 'modules'),
      state: 'waitlisted',
      on: story.today,
    });
    return story;
  },
  'with a contract, and work forbidden by the paper': () => {
    const story = planned();
    story.does(paperOf('toleration_60b', story.day(20), 'not_allowed'));
    story.does(contract(story.today, story.day(200)));
    story.does({ type: 'ProposeModule', module: 'F2', on: story.today });
    return story;
  },
  'placed, then lost': () => {
    const story = planned();
    story.does(contract(story.day(-3), story.day(-2)));
    story.does(reach('training_started', story.day(-2)));
    story.does(reach('placement_lost', story.today));
    return story;
  },
  'with an exam of today, a permission and a status applied for': () => {
    const story = planned();
    story.does(reach('language_exam_passed', story.today, { level: 'B1', skills: ['oral', 'written'] }));
    story.does(reach('work_permission_granted', story.today, { kind: 'training' }));
    story.does(reach('status_application_filed', story.today, { kind: '25a', proof: 'receipt_seen' }));
    story.does(reach('status_gained', story.today, { kind: 'residence_permit_25a' }));
    return story;
  },
  'with the gravest flags': () => {
    const story = planned();
    story.does(paperOf('toleration_60a', story.day(-3)));
    story.reaches('2027-02-20T09:00:00.000Z');
    return story;
  },
  'with a departure that runs': () => {
    const story = planned();
    story.does(paperOf('border_crossing_certificate', story.day(20)));
    return story;
  },
  paused: () => {
    const story = planned();
    story.does({ type: 'PauseJourney', on: story.today });
    story.does({ type: 'SetOverlay', overlay: 'unreachable', since: story.today });
    return story;
  },
  'whose consent was withdrawn': () => {
    const story = planned();
    story.does({ type: 'WithdrawConsent', on: story.today });
    return story;
  },
  closed: () => {
    const story = planned();
    story.does({ type: 'CloseJourney', on: story.today, reason: 'placed_training' });
    return story;
  },
};
