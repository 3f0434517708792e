import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { registerOf } from './register-csv.js';
import type { Cells } from './register-story.js';

const example = new URL('../data/register.csv', import.meta.url);

/** A register, and an earlier one of some of the same people. */
export interface BigRegister {
  earlier: Buffer;
  register: Buffer;
  rows: number;
}

/** Each of them is refused. */
const mistakes: Cells[] = [
  { Kommune: 'Nirgendwo' },
  { Geburtsdatum: '31.02.2003' },
  { Nachname: '' },
  { 'E-Mail': 'keine Adresse' },
  { Kennung: 'AC-110001-1' },
  { Vorname: '=SUMME(A1)' },
];
const mistakeEvery = 47;
/** Of ten people three were in the earlier register, and one of them with other cells. */
const isEarlier = (nth: number): boolean => nth % 10 < 3;
const hasChanged = (nth: number): boolean => nth % 10 === 1;

/**
 * A register of so many invented people: those of the example again and again, by other names, with mistakes and with
 * people who are here already.
 */
export function bigRegister(rows: number): BigRegister {
  const people = Array.from({ length: rows }, (_, nth) => person(nth));
  const earlier = people.filter((_, nth) => isEarlier(nth));
  const now = people.map((cells, nth) => ({
    ...cells,
    ...(hasChanged(nth) && { Telefon: `+49 2402 ${1000 + nth}`, Bemerkung: `neu seit ${nth}` }),
    ...(nth % mistakeEvery === mistakeEvery - 1 &&
      mistakes[Math.floor(nth / mistakeEvery) % mistakes.length]),
  }));
  return { earlier: registerOf(...earlier), register: registerOf(...now), rows };
}

const examples = parse<Cells>(readFileSync(example), { bom: true, columns: true, delimiter: ';' });

function person(nth: number): Cells {
  const cells = examples[nth % examples.length] ?? {};
  const round = 1 + Math.floor(nth / examples.length);
  return {
    ...cells,
    Kennung: `${cells.Kennung}-${round}`,
    Nachname: `${cells.Nachname} ${roman(round)}`,
    ...(cells['E-Mail'] && { 'E-Mail': `r${round}.${cells['E-Mail']}` }),
  };
}

/** Tells namesakes apart by letters alone. */
const roman = (round: number): string =>
  String(round).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
