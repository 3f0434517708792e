import { lastRowOf, rowUpon } from '../../domain/journey/register/cells.js';
import type { RowSays, UpdateFromRegister } from '../../domain/journey/register/row.js';
import type { Basis } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { given } from '../journeys/given.js';
import type { CoachFinder } from './look-ups.js';
import type { RowLine } from './perhaps-here.js';
import { readCells, type RowContext } from './register/read-row.js';
import type { RowWarning } from './register/findings.js';
import type { RegisterRow } from './register/register-row.js';

/** What reading a row beside the one that a journey keeps takes. */
export interface RowReading extends Omit<RowContext, 'seen'> {
  basis: Basis;
  coaches: CoachFinder;
}

/** The command that follows from a row for a journey that is here already: what it says now, and what it said last. */
export function updateOf(
  { row, raw }: RowLine,
  reading: RowReading,
  state: JourneyState,
): UpdateFromRegister {
  const { basis, coaches } = reading;
  const last = lastRowOf(state);
  const cells = rowUpon(last, raw);
  const whole = readCells(cells, reading);
  // a word of the last row that is known no more: then the new row speaks for itself
  const says = whole.errors.every(({ opensOnly }) => opensOnly) ? { ...row, ...whole.says } : row;
  const now = coaches.emailOf(state.plain.coach) ?? state.case.coachHint;
  const named = coaches.named({ ...given({ coachEmail: says.coachEmail }), commune: state.plain.commune });
  return {
    type: 'UpdateFromRegister',
    basis,
    before: saysOf(readCells(last, reading).says),
    after: saysOf(says),
    cells,
    coach: { named, ...given({ now }) },
  };
}

/** What is to be said of a row's own cells, read upon what the last row said: a status need not be said again. */
export function cellWarnings(
  { raw }: RowLine,
  reading: Omit<RowContext, 'seen'>,
  state: JourneyState,
): RowWarning[] {
  const { warnings } = readCells(rowUpon(lastRowOf(state), raw), reading);
  return warnings.filter(({ column }) => (raw[column] ?? '') !== '');
}

/** A row as the journey's commands take it. */
export function saysOf(row: Partial<RegisterRow>): RowSays {
  const { givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate } = row;
  const { commune, language, phone, email, document, coachEmail, firstContactOn, consent, note } = row;
  return {
    person: given({ givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate }),
    contact: given({ language, phone, email }),
    modules: row.modules ?? [],
    ...given({ commune, document, coach: coachEmail, firstContactOn, consent, note }),
  };
}
