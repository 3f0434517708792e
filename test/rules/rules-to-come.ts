import { deadline, type DeadlineRule } from '../../domain/programme/schema/deadline.js';
import type { AnchorDefinition } from '../../domain/programme/schema/anchor.js';
import type { Milestone } from '../../domain/programme/schema/milestone.js';
import { milestone } from '../../domain/programme/schema/milestone.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { contract, eligible, assessed, paperOf, reach } from '../support/histories.js';
import { planningWith, programme } from '../support/planning.js';
import { reachable, type Story } from '../support/story.js';
import { planAgreed } from '../support/wishes.js';

const now = '2026-12-11T09:00:00.000Z';
export const on = '2026-12-11';
const words = (de: string) => ({ de, en: de });

/** A milestone whose days a rule to come will count from, with its fields. */
const recorded = (key: string, ...days: string[]): Milestone =>
  milestone.parse({
    key,
    title: words(key),
    repeats: 'always',
    fields: days.map((name) => ({ name, kind: 'day', required: false, class: 'status' })),
  });
const anchorAt = (key: string, of: string, field: string): AnchorDefinition => ({
  key,
  of: 'milestone',
  milestones: [of],
  field,
});

/** The catalogue's records that the programme does not count yet. */
const milestones = [
  recorded('decision_served', 'printedDueOn', 'postedOn'),
  recorded('letter_received', 'dueOn'),
  recorded('stay_recorded', 'staySince', 'tolerationSince', 'schoolSince', 'qualifiedOn'),
  recorded('asylum_applied'),
  recorded('dismissal_received'),
  recorded('address_changed'),
  recorded('job_ends', 'endsOn'),
];
const anchors: AnchorDefinition[] = [
  anchorAt('decision.servedOn', 'decision_served', 'on'),
  anchorAt('decision.printedDueOn', 'decision_served', 'printedDueOn'),
  anchorAt('decision.postedOn', 'decision_served', 'postedOn'),
  anchorAt('letter.dueOn', 'letter_received', 'dueOn'),
  anchorAt('stay.since', 'stay_recorded', 'staySince'),
  anchorAt('stay.tolerationSince', 'stay_recorded', 'tolerationSince'),
  anchorAt('stay.schoolSince', 'stay_recorded', 'schoolSince'),
  anchorAt('stay.qualifiedOn', 'stay_recorded', 'qualifiedOn'),
  anchorAt('asylum.appliedOn', 'asylum_applied', 'on'),
  anchorAt('dismissal.receivedOn', 'dismissal_received', 'on'),
  anchorAt('address.changedOn', 'address_changed', 'on'),
  anchorAt('job.endsOn', 'job_ends', 'endsOn'),
  { key: 'module.f3Since', of: 'module', module: 'F3', states: ['active'] },
];

/** A rule of the catalogue as data; what the example is not about is the same in all. */
const rule = (said: object): DeadlineRule =>
  deadline.parse({
    key: 'rule_to_come',
    kind: 'application',
    version: 1,
    title: words('Regel'),
    class: 'status',
    roll: 'none',
    reminders: [{ at: ['-1w'], to: ['coach'] }],
    doneWhen: [],
    onMissed: null,
    whilePaused: { participant: 'stops', coach: 'runs', coordinator: 'runs' },
    afterClose: { participant: 'ends', coach: 'survives', coordinator: 'survives' },
    law: { source: 'Katalog', confidence: 'check', validFrom: null, validTo: null },
    ...said,
  });

export const withRule = (said: object): Programme => ({
  ...programme,
  milestones: [...programme.milestones, ...milestones],
  anchors: [...programme.anchors, ...anchors],
  tables: { school_registration: ['2027-02-19', '2028-02-18'] },
  deadlines: [rule(said)],
  stuck: [],
});

/** Somebody with a plan, of whom these things are recorded. */
export function told(said: object, ...acts: Command[]): Story {
  const story = reachable(now, planningWith({ programme: withRule(said) }));
  for (const act of [eligible(on), assessed(on), planAgreed(on, '2027-03-12'), ...acts]) story.does(act);
  return story;
}
export const dueOf = ({ deadlines }: Story): string[] =>
  deadlines.map(({ dueRaw, due }) => `${dueRaw} ${due}`);

const served = (data = {}): Command => reach('decision_served', on, data);
const stay = (data: object): Command => reach('stay_recorded', on, { ...data });

/** The catalogue's kinds of rule that no rule of the programme uses yet: number and key, the rule, facts, raw and shown day. */
export const kinds: [string, object, Command[], string[]][] = [
  [
    '24 asylum_lawsuit_standard: two weeks from service, rolled over Christmas; alarm, then daily',
    {
      anchor: 'decision.servedOn',
      compute: {
        fn: 'first',
        of: [
          { fn: 'printed', from: 'decision.printedDueOn' },
          { fn: 'eventEnd', weeks: 2 },
        ],
      },
      roll: 'court',
      reminders: [{ at: ['0d'], every: '1d', to: ['coach'], base: 'trigger' }],
    },
    [served()],
    ['2026-12-25 2026-12-28'],
  ],
  [
    '24: the period printed in the instruction wins',
    {
      anchor: 'decision.servedOn',
      compute: {
        fn: 'first',
        of: [
          { fn: 'printed', from: 'decision.printedDueOn' },
          { fn: 'eventEnd', weeks: 2 },
        ],
      },
      roll: 'court',
    },
    [served({ printedDueOn: '2027-01-11' })],
    ['2027-01-11 2027-01-11'],
  ],
  [
    '26 immigration_decision_lawsuit: posted and four days, then a month (§ 41 (2) VwVfG NRW)',
    {
      anchor: 'decision.servedOn',
      compute: { fn: 'eventEnd', months: 1, from: { fn: 'plusDays', days: 4, from: 'decision.postedOn' } },
      roll: 'court',
    },
    [served({ postedOn: '2026-12-07' })],
    ['2027-01-11 2027-01-11'],
  ],
  [
    '28 authority_hearing_response: the day that the authority names',
    { anchor: 'letter.dueOn', compute: { fn: 'printed' }, roll: 'admin' },
    [reach('letter_received', on, { dueOn: '2027-01-02' })],
    ['2027-01-02 2027-01-04'],
  ],
  [
    '8 address_change_notice: two weeks, a declaration under civil law',
    { anchor: 'address.changedOn', compute: { fn: 'eventEnd', weeks: 2 }, roll: 'civil' },
    [reach('address_changed', on)],
    ['2026-12-25 2026-12-28'],
  ],
  [
    '12 labour_agency_consent_free_4_years: an earliest day',
    { anchor: 'stay.since', compute: { fn: 'eventEnd', years: 4 }, direction: 'earliest' },
    [stay({ staySince: '2023-02-28' })],
    ['2027-02-28 2027-02-28'],
  ],
  [
    '10 work_permit_reception_centre: the law of the day of the application',
    {
      anchor: 'asylum.appliedOn',
      direction: 'earliest',
      compute: {
        fn: 'byLaw',
        of: [
          { until: '2026-06-11', is: { fn: 'eventEnd', months: 6 } },
          { is: { fn: 'eventEnd', months: 3 } },
        ],
      },
    },
    [reach('asylum_applied', '2026-06-11'), reach('asylum_applied', '2026-06-12')],
    ['2026-12-11 2026-12-11', '2026-09-12 2026-09-12'],
  ],
  [
    '15 apprenticeship_status_target_application: a minimum of a maximum and weeks before',
    {
      anchor: 'training.startsOn',
      compute: {
        fn: 'min',
        of: [
          {
            fn: 'max',
            of: [
              { fn: 'eventEnd', weeks: 2, from: 'training.signedOn' },
              { fn: 'monthsBefore', months: 7 },
            ],
          },
          { fn: 'plusDays', days: -84 },
        ],
      },
      roll: 'internal_back',
    },
    [contract(on, '2027-08-01')],
    ['2027-01-01 2026-12-23'],
  ],
  [
    '22 section25a_eligibility_reached: the latest of several, one of them the earlier of two',
    {
      anchor: 'stay.since',
      direction: 'earliest',
      compute: {
        fn: 'max',
        of: [
          { fn: 'eventEnd', years: 3 },
          { fn: 'eventEnd', months: 12, from: 'stay.tolerationSince' },
          {
            fn: 'first',
            of: [
              {
                fn: 'min',
                of: [
                  { fn: 'eventEnd', years: 3, from: 'stay.schoolSince' },
                  { fn: 'printed', from: 'stay.qualifiedOn' },
                ],
              },
              { fn: 'eventEnd', years: 3, from: 'stay.schoolSince' },
            ],
          },
        ],
      },
    },
    [stay({ staySince: '2023-12-01', tolerationSince: '2026-03-01', schoolSince: '2024-02-01' })],
    ['2027-03-01 2027-03-01'],
  ],
  [
    '31 external_school_exam_registration: 1 February, while F3 runs',
    {
      anchor: 'module.f3Since',
      compute: { fn: 'annual', month: 2, day: 1 },
      appliesIf: [{ module: 'F3', state: ['active'] }],
    },
    [],
    ['2027-02-01 2027-02-01'],
  ],
  [
    '32 vocational_school_registration: the window of a table',
    { anchor: 'plan.nextReviewOn', compute: { fn: 'table', table: 'school_registration' } },
    [],
    ['2028-02-18 2028-02-18'],
  ],
  [
    '36 dismissal_claim: three weeks, told weekly',
    {
      anchor: 'dismissal.receivedOn',
      compute: { fn: 'eventEnd', weeks: 3 },
      roll: 'court',
      reminders: [{ at: ['0d'], every: '1w', to: ['coach'], base: 'trigger' }],
    },
    [reach('dismissal_received', on)],
    ['2027-01-01 2027-01-04'],
  ],
  [
    '37 jobseeker_registration: three months before the end',
    { anchor: 'job.endsOn', compute: { fn: 'monthsBefore', months: 3 } },
    [reach('job_ends', on, { endsOn: '2027-05-31' })],
    ['2027-02-28 2027-02-28'],
  ],
  [
    '38 training_grant_application: the last day of the first month',
    { anchor: 'training.startsOn', compute: { fn: 'lastDayOfMonth' } },
    [contract(on, '2027-02-01')],
    ['2027-02-28 2027-02-28'],
  ],
  [
    '34 introductory_training_application: the day before',
    { anchor: 'training.startsOn', compute: { fn: 'plusDays', days: -1 }, roll: 'internal_back' },
    [contract(on, '2027-03-01')],
    ['2027-02-28 2027-02-26'],
  ],
  [
    '7 toleration_light_cure: weeks from the recording of a paper of one kind',
    {
      anchor: 'document.recordedOn',
      compute: { fn: 'eventEnd', weeks: 4 },
      appliesIf: [{ documentKind: ['toleration_60b'] }],
      roll: 'internal_back',
      reminders: [{ at: ['+0d', '+2w', '+4w'], to: ['coach'], base: 'trigger' }],
    },
    [paperOf('toleration_60b', '2027-06-30')],
    ['2027-01-08 2027-01-08'],
  ],
  [
    '41 consent_review: a year from the newest consent',
    { anchor: 'consent.givenOn', compute: { fn: 'eventEnd', months: 12 }, roll: 'internal_back' },
    [],
    ['2027-12-11 2027-12-10'],
  ],
  [
    'a law that is not in force on the day gives nothing',
    {
      anchor: 'stay.since',
      compute: { fn: 'eventEnd', months: 3 },
      law: { source: '', confidence: 'check', validFrom: '2024-02-27', validTo: '2026-06-11' },
    },
    [stay({ staySince: '2026-06-12' })],
    [],
  ],
];
