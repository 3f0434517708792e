import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retentionClasses, type RetentionClass } from '../../domain/journey/classes.js';
import { plan } from '../../domain/deadlines/plan.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { evolve, fold } from '../../domain/journey/evolve.js';
import { schemaVersion } from '../../domain/journey/handle.js';
import { emptySealedState } from '../../domain/journey/state.js';
import { renewKeys, type ParticipantKeys } from '../../src/event-store/seal/participant-keys.js';
import { sealParts } from '../../src/event-store/seal/parts.js';
import { fromStored } from '../../src/event-store/stored-event.js';
import { everyKind } from '../../src/event-store/upcast.js';
import { readRegister } from '../../src/imports/register/read-register.js';
import type { RegisterLine } from '../../src/imports/register/register-row.js';
import { takeOver } from '../../src/imports/take-over.js';
import { registerFile } from '../support/import-world.js';
import { planningWith, programme } from '../support/planning.js';
import { steps, type Step } from '../support/steps.js';
import { Story, storyOf } from '../support/story.js';
import { goldenAccountEvents, goldenEvents, type GoldenEvent } from './golden-events.js';

const participant = 'a7a6a7ce-6f1a-4a0e-8f43-6a55c1f2d101';
const journey = 'a7a6a7ce-6f1a-4a0e-8f43-6a55c1f2d001';
const { keys } = renewKeys(Buffer.alloc(32, 7), participant, [], retentionClasses);

/** The golden event as the table would hold it, opened with what is left of the keys. */
function opened({ type, schemaVersion, data, parts }: GoldenEvent, version = 1, left = keys): RecordedEvent {
  const id = `a7a6a7ce-6f1a-4a0e-8f43-${String(version).padStart(12, '0')}`;
  const sealed = sealParts(keys, participant, parts);
  const actor = { kind: 'person', id: participant, role: 'coach' } as const;
  const at = { occurredAt: '2026-11-20T23:00:00.000Z', recordedAt: '2026-11-23T07:30:00.000Z' };
  const ids = { eventId: id, commandId: id, correlationId: id, causationId: id };
  const stored = { ...ids, ...at, streamId: journey, version, type, schemaVersion, data, sealed, actor };
  return fromStored({ ...stored, ownerId: participant }, left);
}

const without = (erased: readonly RetentionClass[]): ParticipantKeys =>
  keys.map((each) => (erased.includes(each.class) ? { ...each, key: null } : each));

const everySubset = retentionClasses.reduce<RetentionClass[][]>(
  (subsets, name) => [...subsets, ...subsets.map((subset) => [...subset, name])],
  [[]],
);

describe('the golden files', () => {
  it('hold every type of event in every version in which it was ever written', () => {
    const wanted = Object.entries(everyKind).flatMap(([type, versions]) =>
      versions.map((v) => `${type}.v${v}`),
    );
    const found = [...goldenEvents, ...goldenAccountEvents].map(
      ({ type, schemaVersion }) => `${type}.v${schemaVersion}`,
    );
    expect(new Set(found)).toEqual(new Set(wanted));
    for (const versions of Object.values(everyKind)) expect(versions).toContain(schemaVersion);
  });

  it.each(goldenEvents)('load $type of version $schemaVersion as what was stored', (golden) => {
    const event = opened(golden);
    expect(event).toMatchObject({ type: golden.type, schemaVersion, plain: golden.data, ...golden.parts });
    expect(event.erased).toEqual([]);
  });

  it.each(goldenEvents)('fold $type with every part that may be erased', (golden) => {
    for (const erased of everySubset) {
      const event = opened(golden, 1, without(erased));
      expect(event.erased).toEqual(erased.filter((name) => name in golden.parts));
      for (const name of erased) expect(event).not.toHaveProperty(name);
      expect(fold(journey, [event]).plain.streamVersion).toBe(1);
    }
  });

  it('leave a trace of every field in the state, so that nothing is stored in vain', () => {
    const story = inOrder([
      'JourneyOpened',
      'DocumentRecorded',
      'MilestoneReached',
      'ModuleChanged',
      'CoachAssigned',
    ]);
    const state = fold(journey, story);
    expect(state.plain).toMatchObject({
      participant,
      programme: 'durchstarten',
      commune: 'eschweiler',
      coach: null,
      modules: [{ module: 'F1', states: [{ state: 'completed' }, { state: 'active' }] }],
      milestones: [{ milestone: 'plan_agreed', data: { round: 1 } }],
    });
    expect(state.case).toMatchObject({
      givenName: 'Merhawi',
      externalId: 'KI-4711',
      coachHint: 'mara@example.org',
    });
    expect(Object.values(state.status.papers)).toMatchObject([{ kind: 'toleration_60a' }]);
    expect(state.contact).toMatchObject({ phone: '+49 2403 1', channels: ['email'] });
    expect(Object.values(state.notes)).toEqual([
      { note: 'Kommt mit dem Bruder', data: { goals: ['Ausbildung'], steps: ['Praktikum'] } },
    ]);
  });

  it('fold and plan in any order, repeated, with any parts erased', () => {
    const erased = fc.subarray([...retentionClasses]);
    const any = fc.array(fc.constantFrom(...goldenEvents), { maxLength: 30 });
    fc.assert(
      fc.property(any, erased, fc.nat(), (events, erased, splitAt) => {
        const loaded = events.map((golden, index) => opened(golden, index + 1, without(erased)));
        const before = structuredClone(loaded);
        const state = fold(journey, loaded);
        expect(loaded).toEqual(before);
        expect(state.plain.streamVersion).toBe(events.length);
        for (const name of erased) {
          expect(JSON.stringify(state)).not.toContain(secretOf[name]);
          expect(state[name]).toEqual(emptySealedState()[name]);
        }
        plan(state, planningWith());
        const [first, rest] = [loaded.slice(0, splitAt % 30), loaded.slice(splitAt % 30)];
        expect(rest.reduce(evolve, fold(journey, first))).toEqual(state);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});

describe('what is written today', () => {
  it('has no field that no golden file holds', () => {
    const known = new Map<string, Set<string>>();
    for (const { type, data, parts } of goldenEvents) {
      known.set(type, new Set([...(known.get(type) ?? []), ...fieldsOf({ plain: data, ...parts })]));
    }
    const histories = fc.sample(steps(15), { seed: 20261123, numRuns: 60 });
    const everything = [...histories.flatMap(written), ...register.flatMap(takenOver)];
    for (const { type, plain, case: own, status, contact, notes } of everything) {
      const fields = fieldsOf({ plain, case: own, status, contact, notes });
      expect([type, fields.filter((field) => !known.get(type)?.has(field))]).toEqual([type, []]);
    }
  });
});

const now = '2026-11-23T07:30:00.000Z';
const written = (history: Step[]): RecordedEvent[] => storyOf(history, now).events;

const register = readRegister(registerFile('register'), '2026-11-23', programme).rows;

/** What the import of a row writes. */
const takenOver = ({ row, raw }: RegisterLine): RecordedEvent[] =>
  row
    ? new Story(now).does(takeOver(row, raw, { participant, coach: { coach: null }, basis: 'public_task' }))
    : [];

/** The paths of an object's fields; the data of a milestone are the programme's, a row's cells the register's, reasons
 * stand by message. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null || /\.(data|registerRow|why)$/.test(path)) return [path];
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .flatMap(([name, each]) => fieldsOf(each, `${path}.${name}`));
}

const secretOf = { case: 'Merhawi', status: 'toleration_60a', notes: 'Bruder', contact: '+49 2403' };

const inOrder = (types: GoldenEvent['type'][]): RecordedEvent[] =>
  types.flatMap((type, index) =>
    goldenEvents.filter((golden) => golden.type === type).map((golden) => opened(golden, index + 1)),
  );
