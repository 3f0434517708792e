import { describe, expect, it } from '@jest/globals';
import type { Deadline } from '../../../contract/journeys/deadline.js';
import type { EventView } from '../../../contract/journeys/event.js';
import type { Act, Acts } from '../../../contract/pages/act.js';
import { actThatClears } from './clearing.js';
import { deadlineOfPaper, ladderOf, sharedState } from './ladder.js';
import { nextRows } from './next-rows.js';
import { recordOptions } from './record-options.js';
import { subjectOf } from './subject.js';

const act = (key: string, label: string, words: string[] = []): Act =>
  ({ key, label, words, group: key.split('.')[0] }) as Act;

const acts: Acts = {
  possible: [
    act('contact.record', 'Kontakt eintragen', ['gespräch']),
    act('journey.pause', 'Begleitung ruhen lassen', ['pause']),
    act('paper.new', 'Neues Papier', ['duldung']),
    act('paper.renewal_requested', 'Antrag gestellt', ['papier']),
    act('milestone.language_exam_passed.B1', 'B1-Prüfung bestanden'),
    act('milestone.plan_reviewed', 'Teilhabeplan fortgeschrieben'),
    act('flag.snooze.f1', 'Zurückstellen'),
  ],
  notYet: [
    {
      key: 'milestone.training_started',
      label: 'Ausbildung begonnen',
      words: [],
      group: 'milestone',
      missing: [],
    },
  ],
};

describe('the menu to record', () => {
  it('finds a new paper first by its first letters', () => {
    expect(recordOptions(acts, 'pa').map(({ id }) => id)).toEqual([
      'record-paper.new',
      'record-paper.renewal_requested',
      'record-journey.pause',
    ]);
  });

  it('has everything by group without a text, and last what is not yet possible', () => {
    const options = recordOptions(acts, '');
    expect(options).toHaveLength(8);
    expect(options[1]?.group).toBe('paper');
    expect(options.at(-1)?.is).toBe('notYet');
  });
});

describe('what comes next', () => {
  const missing = [{ code: 'contract', text: 'Der Vertrag fehlt.', who: 'coach' }];
  const rows = nextRows(
    {
      flags: [{ id: 'f1', severity: 2 }],
      tasks: [
        { id: 't1', state: 'open', severity: 3 },
        { id: 't2', state: 'gone', severity: 3 },
      ],
      next: [
        { milestone: 'training_started', missing },
        { milestone: 'plan_reviewed', missing: [] },
        { milestone: 'language_exam_passed', missing: [] },
      ],
    } as unknown as Parameters<typeof nextRows>[0],
    acts,
    [{ id: 't1', actions: [act('contact.reached', 'Erreicht')], why: 'Darum.' }],
  );

  it('is what needs somebody, then what can be done, the likely first, then what waits', () => {
    expect(rows.map(({ id }) => id)).toEqual([
      'task:t1',
      'flag:f1',
      'step:milestone.language_exam_passed',
      'step:milestone.plan_reviewed',
      'step:milestone.training_started',
    ]);
  });

  it('offers what today offers for it, else its own act', () => {
    expect(rows.map(({ acts }) => acts.map(({ key }) => key))).toEqual([
      ['contact.reached'],
      ['flag.snooze.f1'],
      ['milestone.language_exam_passed.B1'],
      ['milestone.plan_reviewed'],
      [],
    ]);
  });
});

describe('what is missing', () => {
  const requirements = [
    { code: 'contract', anyOf: [{ takenOver: true }, { milestone: 'language_exam_passed' }] },
    { code: 'case_work', anyOf: [{ consent: 'case_work' }] },
  ] as unknown as Parameters<typeof actThatClears>[1];

  it('is cleared by an act that the programme says meets it, where it can be done', () => {
    expect(actThatClears('contract', requirements, acts.possible)?.key).toBe(
      'milestone.language_exam_passed.B1',
    );
    expect(actThatClears('case_work', requirements, acts.possible)).toBeUndefined();
    expect(actThatClears('unknown', requirements, acts.possible)).toBeUndefined();
  });
});

describe('the ladder', () => {
  const deadline = {
    rule: 'residence_document_expiry',
    state: 'open',
    due: '2026-12-05',
    dueRaw: '2026-12-05',
    reminders: [
      { at: '2026-11-20T23:00:00.000Z', to: 'coach', state: 'sent' },
      { at: '2026-11-21T08:00:00.000Z', to: 'participant', state: 'cancelled' },
      { at: '2026-10-09T22:00:00.000Z', to: 'coach', state: 'sent' },
    ],
  } as unknown as Deadline;

  it('has a rung for each day in Berlin, the earliest first', () => {
    const rungs = ladderOf(deadline);
    expect(rungs.map(({ day, before }) => [day, before])).toEqual([
      ['2026-10-10', 56],
      ['2026-11-21', 14],
    ]);
    expect(rungs.map(sharedState)).toEqual(['sent', undefined]);
  });

  it('is that of the paper that counts', () => {
    const over = { ...deadline, state: 'done' as const };
    expect(deadlineOfPaper([over, deadline], '2026-12-05')).toBe(deadline);
    expect(deadlineOfPaper([over], '2026-12-05')).toBeUndefined();
  });
});

describe('what an event is about', () => {
  const raised = { type: 'FlagRaised', data: { flag: 'f1', rule: 'no_contact' } } as unknown as EventView;
  const named = {
    journey: { tasks: [{ id: 't1', title: 'Bescheid geben' }], deadlines: [{ id: 'd1', title: 'Papier' }] },
    messages: [{ key: 'k1', rule: 'residence_document_expiry' }],
    events: [raised],
    words: {
      deadlines: { residence_document_expiry: 'Ablauf' },
      flags: { no_contact: 'Kein Kontakt' },
      tasks: {},
      fields: { 'channel.phone': 'Telefon' },
    },
  } as unknown as Parameters<typeof subjectOf>[1];
  const about = (type: string, data: object) => subjectOf({ type, data } as unknown as EventView, named);

  it('is the task, deadline, message or flag that it points to', () => {
    expect(about('TaskDone', { task: 't1' })).toBe('Bescheid geben');
    expect(about('DeadlineMissed', { deadline: 'd1' })).toBe('Papier');
    expect(about('MessageSent', { key: 'k1' })).toBe('Ablauf');
    expect(about('FlagCleared', { flag: 'f1' })).toBe('Kein Kontakt');
    expect(about('ContactRecorded', { channel: 'phone' })).toBe('Telefon');
  });

  it('is not said twice, and not where nobody knows', () => {
    expect(subjectOf(raised, named)).toBeUndefined();
    expect(about('FlagCleared', { flag: 'f2' })).toBeUndefined();
    expect(about('JourneyPaused', {})).toBeUndefined();
  });
});
