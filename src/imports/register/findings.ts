import type { RefusalCode } from '../../../contract/routes/imports.js';
import type { Column } from './columns.js';

/** One refusal. `found` is the cell as it stands and may be personal data; `expected` and `message` are German. */
export interface RowError {
  column: string;
  found: string;
  expected: string;
  code: RefusalCode;
  message: string;
  /** Applies only if the row opens a journey: nobody is turned away for an age that the journey has seen. */
  opensOnly?: true;
}

/** Something that was left out of a row which goes in all the same. */
export interface RowWarning {
  column: Column;
  found: string;
  code: 'unknown-value';
  message: string;
}

const date = 'TT.MM.JJJJ oder JJJJ-MM-TT';

const refusals = {
  missing: { expected: 'eine Angabe', message: 'Die Angabe fehlt.' },
  'impossible-date': { expected: date, message: 'Dieses Datum gibt es nicht.' },
  'ambiguous-date': {
    expected: date,
    message: 'Das Datum ist nicht eindeutig: Bitte mit Punkten und vierstelligem Jahr schreiben.',
  },
  'date-in-future': { expected: 'ein Tag bis heute', message: 'Das Datum liegt in der Zukunft.' },
  'too-young': { expected: 'ein Alter, für das es das Programm gibt', message: 'Für das Programm zu jung.' },
  'too-old': { expected: 'ein Alter, für das es das Programm gibt', message: 'Für das Programm zu alt.' },
  'unknown-commune': { expected: 'eine Kommune des Programms', message: 'Diese Kommune gehört nicht dazu.' },
  'unknown-status': {
    expected: 'ein bekannter Aufenthaltsstatus',
    message: 'Diesen Status kennt Lotse nicht.',
  },
  'malformed-email': { expected: 'eine E-Mail-Adresse', message: 'Das ist keine E-Mail-Adresse.' },
  formula: {
    expected: 'ein Text',
    message: 'Eine Formel wird nicht übernommen: bitte = + - @ am Anfang entfernen.',
  },
  'duplicate-id': {
    expected: 'eine Kennung je Zeile',
    message: 'Diese Kennung steht schon weiter oben in der Datei.',
  },
  'same-person': {
    expected: 'jemand, der noch nicht erfasst ist',
    message: 'Nach Ihrer Angabe ist das dieselbe Person: Sie bleibt, wie sie erfasst ist.',
  },
  'surplus-cells': {
    expected: 'so viele Zellen wie Spalten',
    message:
      'Die Zeile hat zu viele Zellen: Ein Trennzeichen im Text braucht Anführungszeichen um die Zelle.',
  },
} satisfies Record<RefusalCode, { expected: string; message: string }>;

/** A row of somebody who is here already, as a coordinator has said. */
export const samePerson = (found: string): RowError => ({
  column: 'Kennung',
  found,
  code: 'same-person',
  ...refusals['same-person'],
});

/** A Kennung that somebody has whom the importer must not see: no more than that is said. */
export const takenKennung = (found: string): RowError => ({
  column: 'Kennung',
  found,
  expected: 'eine Kennung, die noch niemand hat',
  code: 'duplicate-id',
  message: 'Diese Kennung ist schon vergeben, in einer Kommune außerhalb Ihres Bereichs.',
});

/** What was found in one row. */
export class Findings {
  readonly errors: RowError[] = [];
  readonly warnings: RowWarning[] = [];

  /** Notes a refusal; `expected` where more can be said than the code does. */
  refuse(
    column: string,
    found: string,
    code: RefusalCode,
    expected: string = refusals[code].expected,
  ): undefined {
    this.errors.push({ column, found, expected, code, message: refusals[code].message });
  }

  /** Notes a refusal that applies only if the row opens a journey. */
  refuseOpening(column: string, found: string, code: 'too-young' | 'too-old', expected: string): void {
    this.errors.push({ column, found, expected, code, message: refusals[code].message, opensOnly: true });
  }

  /** Notes that a value is not taken over although the row is. */
  warn(column: Column, found: string, message: string): undefined {
    this.warnings.push({ column, found, code: 'unknown-value', message });
  }
}
