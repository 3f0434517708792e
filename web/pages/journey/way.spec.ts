import { describe, expect, it } from '@jest/globals';
import type { EventView } from '../../../contract/journeys/event.js';
import type { Journey } from '../../../contract/journeys/journey.js';
import { axisOf, moduleLines, piecesOf } from './modules.js';
import { phaseSteps } from './phases.js';

const phases = ['contacted', 'intake', 'planned', 'closed'].map((key) => ({ key, title: key }));
const moves = { consent_given: 'intake', plan_agreed: 'planned' };

type Way = Parameters<typeof phaseSteps>[1];
const way = (more: Partial<Way>): Way => ({
  phase: 'intake',
  phaseSince: '2026-08-12',
  milestones: [],
  open: true,
  ...more,
});
const milestone = (key: string, on: string, withdrawn?: true) =>
  ({ milestone: key, on, ...(withdrawn && { withdrawn }) }) as Journey['milestones'][number];

describe('the phases', () => {
  it('are reached up to the one that is now, with the days that are known', () => {
    const steps = phaseSteps(
      phases,
      way({
        phase: 'planned',
        phaseSince: '2026-10-05',
        milestones: [milestone('consent_given', '2026-08-19')],
      }),
      moves,
      '2026-08-12',
    );
    expect(steps.map(({ state, since }) => [state, since])).toEqual([
      ['reached', '2026-08-12'],
      ['reached', '2026-08-19'],
      ['now', '2026-10-05'],
      ['ahead', undefined],
    ]);
  });

  it('were left out where a closed journey never came there', () => {
    const steps = phaseSteps(
      phases,
      way({ phase: 'closed', open: false, milestones: [milestone('consent_given', '2026-08-19', true)] }),
      moves,
      '2026-08-12',
    );
    expect(steps.map(({ state }) => state)).toEqual(['reached', 'skipped', 'skipped', 'now']);
  });

  it('were come to where a later one was', () => {
    const agreed = [milestone('plan_agreed', '2026-10-05')];
    const steps = phaseSteps(
      phases,
      way({ phase: 'closed', open: false, milestones: agreed }),
      moves,
      undefined,
    );
    expect(steps.map(({ state }) => state)).toEqual(['reached', 'reached', 'reached', 'now']);
  });
});

describe('the bars of modules', () => {
  const module = { id: 'f4', module: 'F4', state: 'active', since: '2026-10-21', source: 'person' as const };
  const change = (state: string, on: string) =>
    ({
      type: 'ModuleChanged',
      id: on,
      version: 1,
      commandId: on,
      occurredAt: `${on}T08:00:00Z`,
      recordedAt: `${on}T08:00:00Z`,
      data: { record: 'f4', state, on },
    }) as unknown as EventView;

  it('take their steps from the events, else from the last state', () => {
    expect(moduleLines([module], [])[0]?.steps).toEqual([{ state: 'active', on: '2026-10-21' }]);
    const [line] = moduleLines([module], [change('proposed', '2026-10-12'), change('active', '2026-10-21')]);
    expect(line?.steps.map(({ state }) => state)).toEqual(['proposed', 'active']);
  });

  it('last from one step to the next, and the last one to today', () => {
    const lines = moduleLines([module], [change('proposed', '2026-10-01'), change('active', '2026-10-16')]);
    const axis = axisOf(lines, '2026-11-27');
    if (!axis) throw new Error('There is an axis.');
    expect(axis.from).toBe('2026-10-01');
    const [proposed, active] = piecesOf({ steps: lines[0]?.steps ?? [] }, axis, '2026-11-27');
    expect(proposed?.left).toBe(0);
    expect(active?.left).toBeCloseTo(proposed?.width ?? 0);
    expect((active?.left ?? 0) + (active?.width ?? 0)).toBeCloseTo(axis.today);
  });

  it('leave out a state that lasted less than a day', () => {
    const lines = moduleLines([module], [change('proposed', '2026-10-16'), change('active', '2026-10-16')]);
    const axis = axisOf(lines, '2026-11-27');
    expect(axis && piecesOf({ steps: lines[0]?.steps ?? [] }, axis, '2026-11-27')).toHaveLength(1);
  });

  it('have no axis where nothing has a day', () => {
    expect(axisOf([], '2026-11-27')).toBeUndefined();
  });
});
