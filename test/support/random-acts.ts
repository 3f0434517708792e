import fc from 'fast-check';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { currentPaper } from '../../domain/journey/facts.js';
import type { WithdrawRecord } from '../../domain/journey/commands/withdraw-record.js';
import { holdReasons, type ModuleState, type Purpose } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { remindersIn } from '../../domain/messages/reminder-of.js';
import type { Wish } from './random-wishes.js';

/** Acts of a coach beside papers and plans: contacts, modules, placements, pauses, withdrawals. */

const daysBack = fc.integer({ min: 0, max: 40 });
const nth = fc.nat({ max: 20 });
const nothing = '00000000-0000-4000-8000-000000000000';

const pick = (records: readonly { id: string }[], at: number): string =>
  records[at % Math.max(records.length, 1)]?.id ?? nothing;

const milestoneData: readonly [string, Record<string, unknown>][] = [
  ['eligibility_checked', { result: 'eligible', statusKind: 'toleration', livesInStateFacility: false }],
  ['eligibility_checked', { result: 'not_eligible', statusKind: 'other', livesInStateFacility: false }],
  ['needs_assessed', { topics: ['work'], germanLevel: 'A2', schoolingYears: '5-8' }],
  ['needs_assessed', { topics: ['school'], germanLevel: 'B1', schoolingYears: '9+', reassessment: true }],
  ['status_application_filed', { kind: '25a', proof: 'receipt_seen' }],
  ['status_application_filed', { kind: '60c', proof: 'self_reported' }],
  ['training_started', {}],
  ['probation_passed', {}],
  ['job_started', {}],
  ['school_started', { kind: 'berufskolleg' }],
  ['placement_lost', { reason: 'Betrieb geschlossen' }],
  ['work_permission_granted', { kind: 'training', validUntil: '2027-12-31' }],
  ['language_exam_passed', { level: 'B1', skills: ['oral'] }],
  ['follow_up_6m', { outcome: 'in Ausbildung' }],
];

const reach = fc
  .tuple(fc.constantFrom(...milestoneData), daysBack)
  .map(([[milestone, data], back]): Wish => (_, today) => ({
    type: 'ReachMilestone',
    milestone,
    on: addDays(today, -back),
    data,
  }));

const signContract = fc.integer({ min: -30, max: 300 }).map((ahead): Wish => (_, today) => ({
  type: 'ReachMilestone',
  milestone: 'training_contract_signed',
  on: today,
  data: {
    startsOn: addDays(today, ahead),
    endsOn: addDays(today, ahead + 1000),
    probationMonths: 4,
    type: 'dual',
  },
}));

const contact = fc
  .record({
    back: daysBack,
    reached: fc.boolean(),
    direction: fc.constantFrom('in' as const, 'out' as const),
    topics: fc.constantFrom<string[] | undefined>(['employer'], undefined),
  })
  .map(({ back, reached, direction, topics }): Wish => (_, today) => ({
    type: 'RecordContact',
    on: addDays(today, -back),
    channel: 'phone',
    direction,
    reached,
    ...(topics && { topics }),
    note: 'Ruft zurück',
  }));

const requestRenewal = fc
  .constantFrom('receipt_seen' as const, 'third_party_confirmed' as const, 'self_reported' as const)
  .map((proof): Wish => (_, on) => ({ type: 'RequestRenewal', on, proof, note: 'Per Mail' }));

const proposeModule = fc
  .constantFrom('F1', 'F2', 'F3', 'F4', 'F5', 'F6')
  .map((module): Wish => (_, on) => ({ type: 'ProposeModule', module, on, provider: 'VHS' }));

const changeModule = fc
  .tuple(fc.constantFrom<ModuleState>('applied', 'enrolled', 'active', 'active', 'paused', 'completed'), nth)
  .map(([to, at]): Wish => ({ plain }, on) => ({
    type: 'ChangeModule',
    record: pick(plain.modules, at),
    state: to,
    on,
    reason: 'Kurs',
    result: 'gut',
  }));

const withdraw = fc
  .tuple(
    fc.constantFrom<WithdrawRecord['kind']>(
      'milestones',
      'contacts',
      'documents',
      'modules',
      'renewal-requests',
    ),
    nth,
  )
  .map(([kind, at]): Wish => ({ plain }) => ({
    type: 'WithdrawRecord',
    kind,
    record: pick(kind === 'renewal-requests' ? plain.renewals : plain[kind], at),
    reason: 'Verwechselt',
  }));

const withdrawConsent = fc
  .option(fc.subarray<Purpose>(['case_work', 'reminders', 'provider'], { minLength: 1 }))
  .map((purposes): Wish => (_, on) => ({ type: 'WithdrawConsent', on, ...(purposes && { purposes }) }));

const changeParticipant = fc
  .constantFrom('merhawi@example.org', 'tesfay@example.org')
  .map((email): Wish => () => ({
    type: 'ChangeParticipant',
    person: { germanLevel: 'B1' },
    contact: { email, channels: ['email'] },
  }));

/** A register's row for a journey that never came from one: it fills what is missing, or says the next paper. */
export const rowComes = fc
  .record({
    until: fc.integer({ min: 1, max: 200 }),
    email: fc.constantFrom('merhawi@example.org', 'tesfay@example.org'),
    module: fc.constantFrom('F1', 'F4', 'F6'),
    knowsLast: fc.boolean(),
  })
  .map(({ until, email, module, knowsLast }): Wish => (state, today) => {
    const stands = currentPaper(state)?.paper;
    const validUntil = addDays(today, until);
    const modules = knowsLast ? [module] : [];
    return {
      type: 'UpdateFromRegister',
      basis: 'public_task',
      before: {
        person: {},
        contact: knowsLast ? { email: state.contact.email ?? email } : {},
        modules: [],
        ...(knowsLast && stands && { document: stands }),
      },
      after: {
        person: { nationality: 'ER' },
        contact: { email, phone: '02403 3' },
        document: { kind: 'toleration_60a', validUntil, employmentNote: 'unknown' },
        firstContactOn: addDays(today, -until),
        modules,
        consent: { on: today, purposes: ['case_work', 'reminders'] },
        note: 'Aus dem Register',
      },
      cells: { Kennung: 'KI-1', 'E-Mail': email, 'gültig bis': validUntil, Bemerkung: 'Aus dem Register' },
      coach: { named: { coach: null } },
    };
  });

const attend = nth.chain((at) =>
  fc.constantFrom<Wish>(
    ({ case: own, status }, on) => ({
      type: 'VerifyDeadline',
      deadline: pick(Object.values({ ...status.agenda.deadlines, ...own.agenda.deadlines }), at),
      on,
    }),
    ({ plain }, today) => ({
      type: 'SnoozeFlag',
      flag: pick(plain.flags, at),
      until: addDays(today, 2),
      reason: 'Ruft zurück',
    }),
    ({ plain }) => ({ type: 'RemindCoach', flag: pick(plain.flags, at) }),
    ({ plain }, on) => ({ type: 'DoTask', task: pick(plain.tasks, at), on, note: 'Erledigt' }),
  ),
);

/** What a person wants of a message, whatever became of it. */
export const steer = fc.tuple(fc.constantFrom(...holdReasons), nth).chain(([reason, at]) => {
  const key = (state: JourneyState): string => {
    const all = remindersIn(state);
    return all[at % Math.max(all.length, 1)]?.key ?? 'no-message';
  };
  return fc.constantFrom<Wish>(
    (state) => ({ type: 'HoldMessage', key: key(state), reason }),
    (state) => ({ type: 'HoldMessage', key: key(state), reason }),
    (state) => ({ type: 'ReleaseMessage', key: key(state) }),
    (state) => ({ type: 'TellInPerson', key: key(state) }),
    (state) => ({ type: 'ResendMessage', key: key(state) }),
  );
});

/** Something that is put aside or done by mistake, and taken back. */
export const takenBack: fc.Arbitrary<[Wish, Wish]> = nth.chain((at) =>
  fc.constantFrom<[Wish, Wish]>(
    [
      ({ plain }, today) => ({
        type: 'SnoozeFlag',
        flag: pick(plain.flags, at),
        until: addDays(today, 1 + (at % 2)),
        reason: 'Ruft zurück',
      }),
      ({ plain }) => ({ type: 'WakeFlag', flag: pick(plain.flags, at) }),
    ],
    [
      ({ plain }, on) => ({ type: 'DoTask', task: pick(plain.tasks, at), on }),
      ({ plain }) => ({ type: 'ReopenTask', task: pick(plain.tasks, at) }),
    ],
  ),
);

const turns = fc.constantFrom<Wish>(
  (_, on) => ({ type: 'PauseJourney', on, reason: 'away', note: 'Verreist' }),
  (_, on) => ({ type: 'ResumeJourney', on, note: 'Wieder da' }),
  (_, on) => ({ type: 'ResumeJourney', on }),
  (_, since) => ({ type: 'SetOverlay', overlay: 'unreachable', since, note: 'Nummer falsch' }),
  () => ({ type: 'ClearOverlay', overlay: 'unreachable' }),
);

/** Everything that a coach does beside papers, consent and plans. */
export const anyAct: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 5, arbitrary: reach },
  { weight: 2, arbitrary: signContract },
  { weight: 3, arbitrary: contact },
  { weight: 2, arbitrary: requestRenewal },
  { weight: 2, arbitrary: proposeModule },
  { weight: 4, arbitrary: changeModule },
  { weight: 6, arbitrary: withdraw },
  { weight: 1, arbitrary: withdrawConsent },
  { weight: 1, arbitrary: changeParticipant },
  { weight: 4, arbitrary: attend },
  { weight: 2, arbitrary: turns },
  { weight: 3, arbitrary: steer },
);
