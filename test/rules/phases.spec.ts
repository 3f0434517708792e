import { describe, expect, it } from '@jest/globals';
import { phaseOf } from '../../domain/programme/phase.js';
import { nextSteps } from '../../domain/programme/next-steps.js';
import type { Command } from '../../domain/journey/commands/index.js';
import {
  assessed,
  contract,
  eligible,
  newest,
  paperOf,
  phase,
  reach,
  refusal,
  runs,
} from '../support/histories.js';
import { programme } from '../support/planning.js';
import { reachable, Story } from '../support/story.js';
import { consent, opening, planAgreed } from '../support/wishes.js';

const now = '2026-01-12T09:00:00.000Z';
const on = '2026-01-12';
const withdraw = (kind: 'milestones' | 'modules', record: string): Command => ({
  type: 'WithdrawRecord',
  kind,
  record,
  reason: 'Verwechselt',
});

/** Somebody who consented, with these things done the same day. */
function after(...commands: Command[]): Story {
  const story = reachable(now);
  for (const command of commands) story.does(command);
  return story;
}
const toPlan = [eligible(on), assessed(on), planAgreed(on, '2026-04-13')];
const placedOn = (): Story => after(...toPlan, contract(on, on), reach('training_started', on));

function takenOver(modules: string[], consents = true): Story {
  const story = new Story(now);
  const entry = { ...opening(on), type: 'TakeOverJourney', basis: 'public_task', modules } as const;
  story.does({ ...entry, ...(consents && { consent: { on, purposes: ['case_work'], language: 'ti' } }) });
  return story;
}

describe('the phases', () => {
  it('lead from first contact to the end, each by its milestone', () => {
    const story = new Story(now);
    story.does(opening(on));
    const seen = [phase(story)];
    const acts: Command[] = [consent(on), ...toPlan];
    for (const act of acts) {
      story.does(act);
      seen.push(phase(story));
    }
    runs(story, 'F1');
    seen.push(phase(story));
    for (const act of [contract(on, on), reach('training_started', on), reach('probation_passed', on)]) {
      story.does(act);
      seen.push(phase(story));
    }
    story.does({ type: 'CloseJourney', on, reason: 'placed_training' });
    seen.push(phase(story));
    story.does({ type: 'ReopenJourney', on });
    seen.push(phase(story));
    expect(seen.join(' ')).toBe(
      'contacted intake eligible assessed planned in_support in_support placed follow_up closed follow_up',
    );
  });

  it('stay where they are when somebody is not eligible, and closing is proposed', () => {
    const story = after(eligible(on, 'not_eligible'));
    expect(phase(story)).toBe('intake');
    expect(story.state.plain.tasks).toMatchObject([{ kind: 'close_proposed', state: 'open' }]);
    expect(refusal(story, assessed(on))).toBe('not-yet-possible eligible');
  });

  it('stay, and guards follow, when a coordinator decides anew about somebody who may enter', () => {
    const story = after(eligible(on));
    expect(refusal(story, eligible(on, 'not_eligible'))).toBe('already-reached coordinator');
    story.does(eligible(on, 'not_eligible'), 'coordinator');
    expect(phase(story)).toBe('eligible');
    expect(refusal(story, assessed(on))).toBe('not-yet-possible eligible');
    expect(story.state.plain.tasks).toMatchObject([{ kind: 'close_proposed', state: 'open' }]);
    expect(story.does(eligible(on, 'not_eligible'), 'coordinator')).toEqual([]);
    story.does(eligible(on), 'coordinator');
    expect(refusal(story, assessed(on))).toBe('nothing stands against it');
    expect(story.state.plain.tasks).toMatchObject([{ kind: 'close_proposed', state: 'gone' }]);
  });

  it('lead on when a coordinator lets somebody in whom a coach had not, and back with the withdrawal', () => {
    const story = after(eligible(on, 'not_eligible'));
    story.does(eligible(on), 'coordinator');
    expect(phase(story)).toBe('eligible');
    story.does(withdraw('milestones', newest(story, 'milestones')));
    expect(phase(story)).toBe('intake');
    expect(refusal(story, assessed(on))).toBe('not-yet-possible eligible');
  });

  it('name the day and the act that led there', () => {
    const story = after(eligible('2026-01-05'));
    expect(phaseOf(story.state, programme)).toMatchObject({
      key: 'eligible',
      since: '2026-01-05',
      act: newest(story, 'milestones'),
    });
  });

  it('take a coaching that began earlier into support with the plan', () => {
    const story = after(eligible(on));
    runs(story, 'F1');
    expect(phase(story)).toBe('eligible');
    story.does(assessed(on));
    story.does(planAgreed(on, '2026-04-13'));
    expect(phase(story)).toBe('in_support');
  });

  it('are never moved by the accompaniment F6', () => {
    const story = after(...toPlan);
    runs(story, 'F6');
    expect(phase(story)).toBe('planned');
  });

  it('go back to support when a placement is lost, and on again with the next one', () => {
    const story = placedOn();
    story.does(reach('placement_lost', on));
    expect(phase(story)).toBe('in_support');
    story.now = '2026-03-02T09:00:00.000Z';
    story.does(contract('2026-03-02', '2026-03-02'));
    story.does(reach('training_started', '2026-03-02'));
    expect(phase(story)).toBe('placed');
  });

  it('go back to the assessment when it is made anew', () => {
    const story = after(...toPlan);
    expect(refusal(story, assessed(on, { germanLevel: 'B1' }))).toBe('already-reached reassessment');
    story.does(assessed(on, { reassessment: true }));
    expect(phase(story)).toBe('assessed');
  });

  it('reach follow-up by the engine six months after the placement', () => {
    const story = placedOn();
    story.reaches('2026-07-12T01:59:59.999Z');
    expect(phase(story)).toBe('placed');
    story.reaches('2026-07-12T04:00:00.000Z');
    expect(phaseOf(story.state, programme)).toMatchObject({ key: 'follow_up', since: '2026-07-12' });
  });

  it('leave the engine’s follow-up with the placement that it followed', () => {
    const story = placedOn();
    const started = newest(story, 'milestones');
    story.reaches('2026-07-13T04:00:00.000Z');
    story.does(withdraw('milestones', started));
    expect(phase(story)).toBe('planned');
  });

  it('of a journey taken over follow from what the row says', () => {
    expect(phase(takenOver([], false))).toBe('contacted');
    expect(phase(takenOver([]))).toBe('intake');
    expect(phase(takenOver(['F6']))).toBe('intake');
    expect(phase(takenOver(['F1']))).toBe('in_support');
    expect(phase(takenOver(['F3', 'F6'], false))).toBe('in_support');
  });

  it('of a journey taken over are not moved by a coaching that begins before the plan', () => {
    const story = takenOver([]);
    runs(story, 'F1');
    expect(phase(story)).toBe('intake');
  });
});

describe('a withdrawal', () => {
  it('takes the phase back', () => {
    const story = after(eligible(on), assessed(on));
    story.does(withdraw('milestones', newest(story, 'milestones')));
    expect(phase(story)).toBe('eligible');
  });

  it('waits while another act that needed the record stands', () => {
    const story = after(...toPlan);
    const [consented, checked, needs] = story.state.plain.milestones.map(({ id }) => id);
    expect(refusal(story, withdraw('milestones', needs ?? ''))).toBe('others-depend-on-it plan_agreed');
    expect(refusal(story, withdraw('milestones', checked ?? ''))).toBe('others-depend-on-it needs_assessed');
    expect(refusal(story, withdraw('milestones', consented ?? ''))).toContain('others-depend-on-it');
    runs(story, 'F4');
    const plan = story.state.plain.milestones[3]?.id ?? '';
    expect(refusal(story, withdraw('milestones', plan))).toBe('others-depend-on-it F4');
    for (const _ of ['active', 'proposed']) story.does(withdraw('modules', newest(story, 'modules')));
    story.does(withdraw('milestones', plan));
    expect(phase(story)).toBe('assessed');
  });
});

describe('a module', () => {
  const change = (
    story: Story,
    state: 'applied' | 'enrolled' | 'active' | 'paused' | 'completed',
  ): Command => ({
    type: 'ChangeModule',
    record: newest(story, 'modules'),
    state,
    on,
  });

  it('goes on through its life, may rest, and ends for good', () => {
    const story = after(...toPlan);
    story.does({ type: 'ProposeModule', module: 'F4', on });
    for (const state of ['applied', 'active', 'paused', 'active', 'completed'] as const) {
      expect(refusal(story, change(story, state))).toBe('nothing stands against it');
    }
    expect(refusal(story, change(story, 'active'))).toBe('module-ended withdrawal');
    story.does(withdraw('modules', newest(story, 'modules')));
    expect(refusal(story, change(story, 'applied'))).toBe('not-backwards withdrawal');
  });

  it('waits for consent', () => {
    const story = new Story(now);
    story.does(opening(on));
    expect(refusal(story, { type: 'ProposeModule', module: 'F6', on })).toBe('consent-missing case_work');
  });
});

const note = (value: string): Command => paperOf('toleration_60a', '2027-01-31', value);
const certificate = (type: string): Command => reach('school_certificate_obtained', on, { type });
const exam = (level: string): Command => reach('language_exam_passed', on, { level, skills: ['oral'] });
const low = [eligible(on), assessed(on, { germanLevel: 'A1' }), planAgreed(on, '2026-04-13')];

/** Module, what stands, what is missing when it shall begin, what nobody has recorded. */
const guards: [string, string, Command[], string, string][] = [
  ['F1', 'nothing but consent', [], 'eligible', ''],
  ['F1', 'eligible', [eligible(on)], '', ''],
  ['F1', 'not eligible', [eligible(on, 'not_eligible')], 'eligible', ''],
  ['F2', 'no plan', [eligible(on)], 'planned at_work_or_in_training', 'work_not_forbidden'],
  ['F2', 'a plan alone', toPlan, 'at_work_or_in_training', 'work_not_forbidden'],
  ['F2', 'a contract, nothing known of the note', [...toPlan, contract(on, on)], '', 'work_not_forbidden'],
  [
    'F2',
    'a contract, work forbidden',
    [...toPlan, contract(on, on), note('not_allowed')],
    'work_not_forbidden',
    '',
  ],
  [
    'F2',
    'EQ, work with permission',
    [...toPlan, reach('eq_started', on, { endsOn: '2026-12-31' }), note('with_permission')],
    '',
    '',
  ],
  ['F2', 'work', [...toPlan, reach('job_started', on), note('allowed')], '', ''],
  ['F3', 'a plan, A2, nothing known of a certificate', toPlan, '', 'certificate_not_held'],
  ['F3', 'a plan, A1', low, 'level_a2', 'certificate_not_held'],
  ['F3', 'a plan, A1, an exam of A2', [...low, exam('A2')], '', 'certificate_not_held'],
  ['F3', 'a plan, A2, ESA', [...toPlan, certificate('ESA')], '', ''],
  ['F3', 'a plan, A2, EESA', [...toPlan, certificate('EESA')], 'certificate_not_held', ''],
  ['F3', 'a plan, A2, MSA', [...toPlan, certificate('MSA')], 'certificate_not_held', ''],
  ['F4', 'no plan', [eligible(on)], 'planned', ''],
  ['F4', 'a plan', toPlan, '', ''],
  ['F5', 'no plan', [], 'planned', ''],
  ['F5', 'a plan', toPlan, '', ''],
  ['F6', 'nothing but consent', [], '', ''],
];

describe('the guard of a module', () => {
  it.each(guards)('%s with %s', (module, _, given, missing, unknown) => {
    const story = after(...given);
    const next = nextSteps(story.state, programme).find((step) => 'module' in step && step.module === module);
    expect(next?.missing.map(({ code }) => code).join(' ')).toBe(
      [missing, unknown].filter(Boolean).join(' '),
    );
    story.does({ type: 'ProposeModule', module, on });
    const record = newest(story, 'modules');
    for (const state of ['enrolled', 'active'] as const) {
      const begin: Command = { type: 'ChangeModule', record, state, on };
      const refused = missing === '' ? 'nothing stands against it' : `not-yet-possible ${missing}`;
      expect(refusal(story, begin)).toBe(refused);
    }
  });
});
