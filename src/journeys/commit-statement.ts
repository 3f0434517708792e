import { namedId } from '../named-id.js';
import { idNamespace } from '../programmes/programmes.js';
import { changeRows } from '../read-models/inline-read-model.js';
import { journeyColumns } from '../read-models/journey/journey-row.js';
import type { ModelChange } from './model-changes.js';
import { surroundingColumns } from './journey-surroundings.js';

/** Which of the store's functions appends. */
export type Append = 'es.append' | 'es.append_recorded' | 'es.append_past';

/** A named statement. */
interface Statement {
  name: string;
  text: string;
}

/** By the function that appends and the models that change. */
const statements = new Map<string, Statement>();

/**
 * The statement that commits a command, by the read models that it changes: most change none or two of them, and what
 * does not stand in a statement costs nothing. There are few of them, so each is planned once per connection.
 */
export function commitStatement(append: Append, changes: readonly ModelChange[]): Statement {
  const models = changes.map(
    ({ model, isWhole, updated }) => `${model.name}${isWhole ? `+${updated.length}` : ''}`,
  );
  const key = [append, ...models].join(' ');
  const known = statements.get(key);
  if (known) return known;
  // PostgreSQL's names are short
  const statement = { name: namedId(key, idNamespace), text: textOf(append, changes) };
  statements.set(key, statement);
  return statement;
}

/**
 * One statement, one round trip, one transaction: the append and, only if it happened, everything that must be seen
 * at once. Parameters: $1 stream, $2 participant, $3 expected version, $4 generation (NULL for people), $5 recorded
 * at, $6 events, $7 journey row, $8 new keys, $9 idempotency record or NULL, $10 news for the workflow, $11 bulk,
 * $12 whether the workflow knows already, $13 what it is armed for, $14… the changed rows of each inline read model in
 * which something changes. Gives the outcome, and what whoever is answered sees beside the journey.
 */
function textOf(append: Append, changes: readonly ModelChange[]): string {
  const models = changes.map(({ model, isWhole, updated }, index) =>
    changeRows(model, { stream: '$1::uuid', rows: `$${14 + index}::jsonb`, isWhole, updated }),
  );
  const columns = journeyColumns.join(', ');
  const updated = journeyColumns
    .filter((name) => name !== 'id' && name !== 'participant_id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ');
  return `
    WITH outcome AS MATERIALIZED (
      SELECT * FROM ${append}($1::uuid, 'journey', $2::uuid, $3::bigint, $4::int, $5::timestamptz, $6::jsonb)),
    appended AS (SELECT FROM outcome WHERE outcome = 'appended'),
    keys_made AS (
      INSERT INTO es.participant_key (participant_id, class, number, wrapped)
      SELECT $2::uuid, k.class, k.number, decode(k.wrapped, 'base64')
        FROM appended, jsonb_to_recordset($8::jsonb) AS k(class text, number smallint, wrapped text)),
    journey_written AS (
      INSERT INTO rm.journey AS j (${columns}, news, bulk)
      SELECT ${columns.replace(/\w+/g, 'r.$&')}, $10::text, $11::boolean
        FROM appended, jsonb_populate_record(NULL::rm.journey, $7::jsonb) r
      ON CONFLICT (id) DO UPDATE SET ${updated}, news = excluded.news,
        -- a person's news that still wait are not put behind the bulk
        bulk = excluded.bulk AND (j.bulk OR j.armed_version = j.stream_version),
        armed_version = CASE WHEN $12::boolean AND j.armed_version = $3::bigint
                             THEN excluded.stream_version ELSE j.armed_version END,
        armed_for = CASE WHEN $12::boolean AND j.armed_version = $3::bigint
                         THEN $13::timestamptz ELSE j.armed_for END),
    remembered AS (
      INSERT INTO es.idempotency (account_id, route, key_hash, body_hmac, status, journey_id, version)
      SELECT i.account, i.route, decode(i.key, 'hex'), decode(i.body, 'hex'), i.status, $1::uuid, i.version
        FROM appended, jsonb_to_record($9::jsonb)
          AS i(account uuid, route text, key text, body text, status smallint, version bigint)
       WHERE $9::jsonb IS NOT NULL)
    ${models.map((model) => `, ${model}`).join('')}
    SELECT outcome, ${surroundingColumns}
      FROM outcome LEFT JOIN access.account a ON a.id = ($7::jsonb->>'coach_id')::uuid`;
}
