import { describe, expect, it } from '@jest/globals';
import type { EventView } from '../../../contract/journeys/event.js';
import { canBeWithdrawn, daysOf, entriesOf, kindOf, shownOf, undoneAtOnce } from './timeline.js';

let version = 0;

const event = (type: string, data: EventView['data'] = {}, more: Partial<EventView> = {}): EventView => {
  version += 1;
  return {
    id: `event-${version}`,
    version,
    type,
    occurredAt: '2026-11-20T09:00:00.000Z',
    recordedAt: '2026-11-20T09:00:00.000Z',
    actor: { kind: 'person', id: 'coach', role: 'coach' },
    commandId: `command-${version}`,
    data,
    text: type,
    ...more,
  };
};

describe('entries of a timeline', () => {
  it('lay a plan to what caused it, and count its reminders', () => {
    const paper = event('DocumentRecorded', { document: 'd1' });
    const plan = event(
      'AgendaChanged',
      {
        planned: [
          { key: 'a', act: 'remind' },
          { key: 'b', act: 'flag' },
        ],
        cancelled: [],
      },
      { commandId: paper.commandId },
    );
    const [entry, ...others] = entriesOf([paper, plan]);
    expect(others).toEqual([]);
    expect(entry?.plans).toEqual([plan]);
    expect(entry?.effects).toEqual({ planned: 1, moved: 0, cancelled: 0 });
  });

  it('leave a plan alone that nothing else caused', () => {
    expect(entriesOf([event('ContactRecorded', { record: 'c1' }), event('AgendaChanged')])).toHaveLength(2);
  });

  it('do not count a reminder as dropped because it was told', () => {
    const planned = event('AgendaChanged', { planned: [{ key: 'a', act: 'notify' }] });
    const told = event('NoticeQueued', { key: 'a' });
    const gone = event('AgendaChanged', { cancelled: ['a'] }, { commandId: told.commandId });
    expect(entriesOf([planned, told, gone])[1]?.effects.cancelled).toBe(0);
  });

  it('know what was withdrawn', () => {
    const milestone = event('MilestoneReached', { record: 'm1' });
    const withdrawal = event('MilestoneWithdrawn', { record: 'm1', reason: 'Verwechslung' });
    const [first, second] = entriesOf([milestone, withdrawal]);
    expect(first?.withdrawnBy).toBe(withdrawal);
    expect(second?.withdraws).toBe(milestone);
  });

  it('take the newest step of a module back first', () => {
    const steps = ['proposed', 'active'].map((state) => event('ModuleChanged', { record: 'f1', state }));
    const entries = entriesOf([...steps, event('ModuleChangeWithdrawn', { record: 'f1', reason: 'x' })]);
    expect(entries.map(({ withdrawnBy }) => withdrawnBy !== undefined)).toEqual([false, true, false]);
    expect(entries.map((entry) => canBeWithdrawn(entry, entries))).toEqual([true, false, false]);
  });

  it('offer only the newest step of a module for withdrawal', () => {
    const entries = entriesOf(
      ['proposed', 'active'].map((state) => event('ModuleChanged', { record: 'f1', state })),
    );
    expect(entries.map((entry) => canBeWithdrawn(entry, entries))).toEqual([false, true]);
  });

  it('mark a day that differs from the day of recording, in Berlin', () => {
    const [late, same] = entriesOf([
      event('ContactRecorded', { record: 'c1' }, { occurredAt: '2026-11-18T23:00:00.000Z' }),
      event('ContactRecorded', { record: 'c2' }, { occurredAt: '2026-11-19T23:00:00.000Z' }),
    ]);
    expect([late?.differs, same?.differs]).toEqual([true, false]);
  });
});

describe('what a timeline shows', () => {
  it('folds what was undone at once into one entry', () => {
    const contact = event('ContactRecorded', { record: 'c1' });
    const undo = event('ContactWithdrawn', { record: 'c1', reason: 'undone_at_once' });
    const shown = shownOf(entriesOf([contact, undo]), undefined, 'recorded');
    expect(shown.map(({ event }) => event)).toEqual([contact]);
    expect(shown.map(undoneAtOnce)).toEqual([true]);
  });

  it('keeps a withdrawal with another reason as an entry of its own', () => {
    const entries = entriesOf([
      event('ContactRecorded', { record: 'c1' }),
      event('ContactWithdrawn', { record: 'c1', reason: 'Verwechslung' }),
    ]);
    expect(shownOf(entries, undefined, 'recorded')).toHaveLength(2);
  });

  it('goes by either clock, the newest first', () => {
    const early = event('ContactRecorded', { record: 'c1' }, { recordedAt: '2026-11-21T09:00:00.000Z' });
    const late = event('ContactRecorded', { record: 'c2' }, { occurredAt: '2026-11-20T10:00:00.000Z' });
    const entries = entriesOf([late, early]);
    const ids = (clock: 'recorded' | 'occurred') =>
      shownOf(entries, undefined, clock).map(({ event }) => event);
    expect(ids('recorded')).toEqual([early, late]);
    expect(ids('occurred')).toEqual([late, early]);
    expect(daysOf(shownOf(entries, undefined, 'recorded'), 'recorded').map(({ day }) => day)).toEqual([
      '2026-11-21',
      '2026-11-20',
    ]);
  });

  it('is filtered by what an event is about', () => {
    const entries = entriesOf([event('FlagRaised'), event('MessageSent'), event('ConsentWithdrawn')]);
    expect(shownOf(entries, 'record', 'recorded').map(({ event }) => event.type)).toEqual([
      'ConsentWithdrawn',
    ]);
    expect(kindOf(event('JourneyClosed'))).toBe('journey');
  });
});
