import { isDeepStrictEqual } from 'node:util';
import { foldVersion, type PlainState } from '../../../domain/journey/state.js';
import { evolveStaffMails, noStaffMails } from '../../../domain/staff-mail/state.js';
import type { RecordedStaffMailEvent } from '../../../domain/staff-mail/events.js';
import { livingKey } from '../../event-store/seal/participant-keys.js';
import { openParts, type SealedParts } from '../../event-store/seal/parts.js';
import { openState } from '../../journeys/sealed-state.js';
import { inlineReadModels } from '../../read-models/index.js';
import { journeyColumns, type JourneyRow } from '../../read-models/journey/journey-row.js';
import { classesOfNames, namesOf } from '../../read-models/journey/sealed-names.js';
import { staffMailRows } from '../../read-models/staff-mail/staff-mail.js';
import type { CheckContext, OpenedStream } from '../opened-stream.js';
import type { Row } from '../stored-stream.js';
import type { Check, Found } from './check.js';

/** Every read model is what a fresh fold of the log makes of it. */
export const readModel: Check = (stream, context) => {
  if (stream.mails) return staffMail(stream, stream.mails);
  const { id, row, journey, models } = stream;
  if (!journey) return [];
  const wrong = (detail: string): Found => ({ subject: id, detail, remedy: 'rebuild' });
  if (!row) return [wrong('rm.journey missing')];
  const written = Number(row['fold_version']);
  if (written > foldVersion) return [{ ...wrong('rm.journey of a newer fold'), remedy: null }];
  if (written < foldVersion) return []; // it is folded again when it is read, and in the background
  const columns = differentColumns(row, journey, context);
  const isOld = !isOfToday(row, journey, context);
  const others = Object.entries(journey.models).filter(
    ([name, rows]) =>
      !(isOld && modelsOfDefinition.includes(name)) &&
      wrongKeys(models[name] ?? [], rows as Row[]).length > 0,
  );
  return [
    ...(columns.length > 0 ? [wrong(`rm.journey ${columns.join(' ')}`)] : []),
    ...others.map(([name]) => wrong(`rm.${name}`)),
  ];
};

/** The mails to an account's notices, as the account's own stream tells them. */
const staffMail = (stream: OpenedStream, mails: RecordedStaffMailEvent[]): Found[] =>
  wrongKeys(stream.models['staff_mail'] ?? [], mailRows(stream.id, mails)).length > 0
    ? [{ subject: stream.id, detail: 'rm.staff_mail', remedy: 'rebuild' }]
    : [];

/** The rows of `rm.staff_mail` that follow from an account's stream. */
const mailRows = (account: string, mails: readonly RecordedStaffMailEvent[]): Row[] =>
  staffMailRows(account, mails.reduce(evolveStaffMails, noStaffMails())) as object[] as Row[];

/**
 * The keys, which are the first column, of rows that are missing, different or too many. When a notice was settled is
 * staff mail's own and follows from no journey.
 */
function wrongKeys(stored: readonly Row[], wanted: readonly Row[]): string[] {
  const byKey = (rows: readonly Row[]) =>
    new Map(rows.map((row) => [keyOf(row), { ...asStored(row), settled_at: null }]));
  const [have, want] = [byKey(stored), byKey(wanted)];
  return [...new Set([...have.keys(), ...want.keys()])].filter(
    (key) => !isDeepStrictEqual(have.get(key), want.get(key)),
  );
}

const keyOf = (row: Row): string => String(row['id'] ?? row['key']);

type Rebuilt = NonNullable<OpenedStream['journey']>;

/** Versions of fold and planner and the stamp say who wrote the row, not what follows from the log. */
const notCompared: readonly string[] = [
  'agenda_stamp',
  'fold_version',
  'planner_version',
  'state_sealed',
  'names_sealed',
];
/** These follow from the programme's definition too: a row of another stamp is to be planned anew. */
const ofDefinition: readonly string[] = ['phase', 'standing'];
const modelsOfDefinition = inlineReadModels
  .filter(({ isOfDefinition }) => isOfDefinition)
  .map(({ name }) => name);

const isOfToday = (row: Row, { state }: Rebuilt, { programmes }: CheckContext): boolean =>
  row['agenda_stamp'] === programmes.planning(state.plain.programme).stamp;

function differentColumns(row: Row, rebuilt: Rebuilt, context: CheckContext): string[] {
  const isNew = isOfToday(row, rebuilt, context);
  const compared = journeyColumns.filter(
    (name) => !notCompared.includes(name) && (isNew || !ofDefinition.includes(name)),
  );
  const want = asStored(withoutGeneration(rebuilt.row as object as Row));
  const have = asStored(withoutGeneration(row));
  const different: string[] = compared.filter((name) => !isDeepStrictEqual(have[name], want[name]));
  if (!isSealedState(row, rebuilt)) different.push('state_sealed');
  if (!areSealedNames(row, rebuilt)) different.push('names_sealed');
  return different;
}

/** The relay adds the generation that is valid when it tells. */
function withoutGeneration(row: Row): Row {
  const { generation: _, ...standing } = (row['standing'] ?? {}) as JourneyRow['standing'];
  return { ...row, standing };
}

function isSealedState(row: Row, { state, keys }: Rebuilt): boolean {
  try {
    const plain = row['state_plain'] as PlainState;
    const { plain: _, ...parts } = openState(plain, keys, row['state_sealed'] as SealedParts);
    const { plain: __, ...wanted } = state;
    return isDeepStrictEqual(asStored(parts), asStored(wanted));
  } catch {
    return false; // another key, or other bytes
  }
}

/** What is not there yet is no difference: the state says the same. */
function areSealedNames(row: Row, { state, keys }: Rebuilt): boolean {
  const sealed = row['names_sealed'] as SealedParts | null;
  if (sealed === null) return true;
  try {
    const { parts } = openParts(keys, state.plain.participant, sealed);
    const living = classesOfNames.filter((name) => livingKey(keys, name));
    const wanted = Object.fromEntries(living.map((name) => [name, namesOf(state)[name]]));
    return isDeepStrictEqual(asStored(parts), asStored(wanted));
  } catch {
    return false;
  }
}

/** As JSON gives it back: without fields that are undefined. */
const asStored = (value: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
