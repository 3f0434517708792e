import fc from 'fast-check';
import type pg from 'pg';

/** A statement that makes rows wrong; $1 and $2 are two journeys. Each is of one read model. */
export interface Spoiling {
  model: string;
  what: string;
  sql: string;
}

const of = (model: string, spoilings: Record<string, string>): Spoiling[] =>
  Object.entries(spoilings).map(([what, sql]) => ({ model, what, sql }));

/** Two are named in each statement, so that each has the same parameters. */
const set = (assignment: string): string =>
  `UPDATE rm.journey SET ${assignment} WHERE id = $1 AND $2::uuid IS NOT NULL`;

const ownRows = (name: string, wrong: string): Spoiling[] =>
  of(name, {
    'wrong values': `UPDATE rm.${name} SET ${wrong} WHERE journey_id = $1 AND $2::uuid IS NOT NULL`,
    'none are left': `DELETE FROM rm.${name} WHERE journey_id = $1 AND $2::uuid IS NOT NULL`,
    'they stand under another journey': `UPDATE rm.${name} SET journey_id = $2 WHERE journey_id = $1`,
    'a row too many': `INSERT INTO rm.${name} SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).*
                         FROM rm.${name} t WHERE journey_id IN ($1, $2) LIMIT 1`,
  });

/** Every way in which rows of journeys are made wrong in tests. */
export const spoilings: readonly Spoiling[] = [
  ...of('journey', {
    'another phase and commune': set(`phase = 'placed', commune = 'monschau', coach_id = gen_random_uuid()`),
    'another instant due': set(`next_due = '2031-01-01'`),
    'another standing': set(`standing = standing || '{"phase": "placed", "waitsFor": "nothing"}'`),
    'an empty state': set(`state_plain = '{}'`),
    'nothing sealed': set(`state_sealed = '{}'`),
    'a seal that is none': set(
      `state_sealed = jsonb_build_object('case', 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=')`,
    ),
    'the seals of another': `UPDATE rm.journey j SET state_sealed = o.state_sealed FROM rm.journey o WHERE j.id = $1 AND o.id = $2`,
    'no names': set('names_sealed = NULL'),
    'the names of another': `UPDATE rm.journey j SET names_sealed = o.names_sealed FROM rm.journey o WHERE j.id = $1 AND o.id = $2`,
    'another deadline and severity': set(`next_deadline = '2030-01-01', worst_severity = 3`),
    'another paper': set(`paper_until = '2030-01-01', renewal_asked = true`),
    'versions of before': set(
      `stream_version = 1, version = 0, recorded_at = '2020-01-01', last_contact_on = '2020-01-01'`,
    ),
    'an older fold': set(
      `fold_version = 0, state_plain = jsonb_build_object('journey', id, 'participant', participant_id), state_sealed = '{}'`,
    ),
    'no Kennung, and closed or open': set('external_id_hmac = NULL, open = NOT open'),
    'its Kennung at another': `
      WITH its AS (SELECT external_id_hmac AS hmac FROM rm.journey WHERE id = $1),
           free AS (UPDATE rm.journey SET external_id_hmac = NULL WHERE id = $1 RETURNING id)
      UPDATE rm.journey j SET external_id_hmac = its.hmac FROM its, free WHERE j.id = $2`,
    'no row': 'DELETE FROM rm.journey WHERE id = $1 AND $2::uuid IS NOT NULL',
    'a journey that is in no log': `
      INSERT INTO rm.journey
      SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'external_id_hmac', NULL,
                                                         'participant_id', gen_random_uuid()))).*
        FROM rm.journey j WHERE id = $1 AND $2::uuid IS NOT NULL`,
  }),
  ...ownRows('deadline', `rule = 'another', due = '2020-01-01', state = 'missed'`),
  ...ownRows('flag', `rule = 'another', severity = 3, since = '2020-01-01'`),
  ...ownRows('task', `kind = 'another', state = 'gone'`),
  ...ownRows('message', `recipient = 'coordinator', planned_for = '2020-01-01', state = 'sent'`),
  ...of('phase', {
    'wrong values': `UPDATE rm.phase SET phase = 'another', entered_on = '2020-01-01', left_on = '2021-01-01', way = 'back'
                      WHERE journey_id = $1 AND $2::uuid IS NOT NULL`,
    'none are left': 'DELETE FROM rm.phase WHERE journey_id = $1 AND $2::uuid IS NOT NULL',
    'they stand under another journey': 'UPDATE rm.phase SET journey_id = $2 WHERE journey_id = $1',
    'one too many': `INSERT INTO rm.phase
                     SELECT md5(random()::text), journey_id, phase, entered_on, left_on, way
                       FROM rm.phase WHERE journey_id IN ($1, $2) LIMIT 1`,
  }),
  ...of('staff_notice', {
    'wrong values': `UPDATE rm.staff_notice SET recipient = 'coordinator', urgent = NOT urgent, about = gen_random_uuid()
                      WHERE journey_id = $1 AND $2::uuid IS NOT NULL`,
    'none are left': 'DELETE FROM rm.staff_notice WHERE journey_id = $1 AND $2::uuid IS NOT NULL',
    'they stand under another journey': 'UPDATE rm.staff_notice SET journey_id = $2 WHERE journey_id = $1',
    'one too many': `INSERT INTO rm.staff_notice
                     SELECT md5(random()::text), journey_id, recipient, about, urgent, queued_at, settled_at
                       FROM rm.staff_notice WHERE journey_id IN ($1, $2) LIMIT 1`,
  }),
];

/** Some of them, each with two of so many journeys. */
export const anySpoilings = (journeys: number): fc.Arbitrary<[Spoiling, number, number][]> =>
  fc.array(fc.tuple(fc.constantFrom(...spoilings), fc.nat(journeys - 1), fc.nat(journeys - 1)), {
    minLength: 1,
    maxLength: 12,
  });

/** Makes rows wrong, as nobody but the owner of the tables could. */
export const spoil = (owner: pg.Pool, { sql }: Spoiling, one: string, other: string) =>
  owner.query(sql, [one, other]);
