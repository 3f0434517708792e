import { ageProblem } from '../../../domain/journey/commands/open-journey.js';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import type { Day } from '../../../domain/time.js';
import { Cells } from './cells.js';
import { countryCode } from './countries.js';
import { Findings } from './findings.js';
import { fold } from './fold.js';
import type { RegisterLine, RegisterRow } from './register-row.js';
import type { Line } from './table.js';
import * as words from './words.js';

/** What reading a row takes beside its cells: the day of import, the programme, and the Kennungen further up. */
export interface RowContext {
  today: Day;
  programme: Programme;
  seen: Set<string>;
}

/** Reads one line and notes its Kennung as seen. Every cell is looked at, so that one run shows all refusals. */
export function readRow({ line, cells: raw, surplus }: Line, context: RowContext): RegisterLine {
  const findings = new Findings();
  const cells = new Cells(raw, context.today, findings);
  for (const cell of surplus) findings.refuse('(überzählig)', cell, 'surplus-cells');
  const says = { ...readIdentity(cells, findings, context), ...readFacts(cells, findings) };
  const { errors, warnings } = findings;
  const taken = isWhole(says) && errors.every(({ opensOnly }) => opensOnly);
  return { line, raw, errors, warnings, ...(taken && { row: says }) };
}

/** What cells say that need not make a whole row: those that a journey keeps of an earlier one. */
export function readCells(
  raw: Line['cells'],
  context: Omit<RowContext, 'seen'>,
): Pick<RegisterLine, 'errors' | 'warnings'> & { says: Partial<RegisterRow> } {
  const findings = new Findings();
  const cells = new Cells(raw, context.today, findings);
  const identity = readIdentity(cells, findings, { ...context, seen: new Set() });
  const says = { ...identity, ...readFacts(cells, findings) };
  return { says, errors: findings.errors, warnings: findings.warnings };
}

type Identity = Pick<RegisterRow, 'externalId' | 'familyName' | 'givenName' | 'bornOn' | 'commune'>;

const isWhole = (says: Partial<RegisterRow>): says is RegisterRow =>
  [says.externalId, says.familyName, says.givenName, says.bornOn, says.commune].every(
    (each) => each !== undefined,
  );

function readIdentity(cells: Cells, findings: Findings, context: RowContext): Partial<Identity> {
  const externalId = readKennung(cells, findings, context.seen);
  const familyName = cells.text('Nachname', 'required');
  const givenName = cells.text('Vorname', 'required');
  const bornOn = cells.day('Geburtsdatum', 'past', 'required');
  if (bornOn !== undefined) checkAge(bornOn, cells.text('Geburtsdatum') ?? '', findings, context);
  const commune = readCommune(cells, findings, context.programme);
  return {
    ...given('externalId', externalId),
    ...given('familyName', familyName),
    ...given('givenName', givenName),
    ...given('bornOn', bornOn),
    ...given('commune', commune),
  };
}

function readKennung(cells: Cells, findings: Findings, seen: Set<string>): string | undefined {
  const kennung = cells.text('Kennung', 'required');
  if (kennung === undefined) return undefined;
  const same = kennung.toLowerCase();
  if (seen.has(same)) return findings.refuse('Kennung', kennung, 'duplicate-id');
  seen.add(same);
  return kennung;
}

function checkAge(bornOn: Day, cell: string, findings: Findings, { today, programme }: RowContext): void {
  const problem = ageProblem(bornOn, today, programme);
  if (problem === undefined) return;
  const expected = `am Tag des Imports ${programme.ageFrom} bis ${programme.ageTo} Jahre alt`;
  findings.refuseOpening('Geburtsdatum', cell, problem, expected);
}

function readCommune(cells: Cells, findings: Findings, { communes }: Programme): string | undefined {
  const cell = cells.text('Kommune', 'required');
  if (cell === undefined) return undefined;
  // `Stolberg (Rhld.)`: what stands in brackets only tells it from others of its name.
  const name = fold(cell.replace(/\(.*\)$/, ''));
  const commune = communes.find((each) => fold(each.name) === name);
  if (commune) return commune.key;
  return findings.refuse('Kommune', cell, 'unknown-commune', communes.map((each) => each.name).join(', '));
}

function readFacts(cells: Cells, findings: Findings): Omit<RegisterRow, keyof Identity> {
  return {
    ...given('sex', cells.word('Geschlecht', words.sex)),
    ...given('nationality', cells.word('Staatsangehörigkeit', countryCode)),
    ...given('language', cells.word('Sprache', words.languageTag)),
    ...given('phone', cells.text('Telefon')),
    ...given('email', cells.email('E-Mail')),
    ...given('document', readDocument(cells, findings)),
    ...given('coachEmail', cells.email('Coach')),
    ...given('firstContactOn', cells.day('Erstkontakt', 'past')),
    ...given('germanLevel', cells.word('Deutschniveau', words.germanLevel)),
    ...given('schoolCertificate', cells.word('Schulabschluss', words.schoolCertificate)),
    modules: cells.words('Bausteine', words.moduleNamed),
    ...given('consent', readConsent(cells, findings)),
    ...given('note', cells.text('Bemerkung')),
  };
}

function readDocument(cells: Cells, findings: Findings): RegisterRow['document'] {
  const status = cells.text('Aufenthaltsstatus');
  const validUntil = cells.day('gültig bis', 'any');
  const employmentNote = cells.word('Nebenbestimmung', words.employmentNote) ?? 'unknown';
  if (status === undefined) {
    if (validUntil === undefined) return undefined;
    return findings.warn('gültig bis', validUntil, 'Ohne Aufenthaltsstatus wird kein Papier übernommen.');
  }
  const kind = words.documentKind(status);
  if (kind === undefined) return findings.refuse('Aufenthaltsstatus', status, 'unknown-status');
  return { kind, ...given('validUntil', validUntil), employmentNote };
}

function readConsent(cells: Cells, findings: Findings): RegisterRow['consent'] {
  const on = cells.day('Einwilligung am', 'past');
  const purposes = cells.words('Einwilligung für', words.purpose);
  if (on !== undefined && purposes.length > 0) return { on, purposes };
  const message = 'Eine Einwilligung wird nur mit Datum und Zweck übernommen.';
  if (on !== undefined) return findings.warn('Einwilligung am', on, message);
  if (purposes.length > 0)
    return findings.warn('Einwilligung für', cells.text('Einwilligung für') ?? '', message);
  return undefined;
}

/** The property, or nothing where the register says nothing. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [key in Key]?: Value };
}
