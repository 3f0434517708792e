import type { Contact, Person } from '../../../domain/journey/events.js';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../../domain/time.js';
import { origins, type Origin } from './names.js';
import { repeated, type Random } from './random.js';

/** What 400 people have, in the register's proportions: one entry a person. */
const originOf400 = repeated<Origin>([
  [origins.afghanistan, 95],
  [origins.syria, 66],
  [origins.guinea, 51],
  [origins.iraq, 49],
  [origins.eritrea, 39],
  [origins.somalia, 26],
  [origins.iran, 25],
  [origins.nigeria, 15],
  [origins.ukraine, 13],
  [origins.turkey, 11],
  [origins.bangladesh, 10],
]);
const sexOf400 = repeated([
  ['male', 293],
  ['female', 102],
  ['diverse', 5],
] as const);
const levelOf400 = repeated([
  ['B1', 105],
  ['A2', 98],
  ['A1', 88],
  ['A0', 56],
  ['B2', 53],
] as const);
const certificateOf400 = repeated([
  ['none', 170],
  ['foreign', 107],
  ['EESA', 64],
  ['ESA', 59],
] as const);

/** Somebody who is entered: what is known of the person, and how she can be reached. */
export interface Newcomer {
  givenName: string;
  familyName: string;
  sex: NonNullable<Person['sex']>;
  nationality: string;
  germanLevel: string;
  schoolCertificate: string;
  contact: Contact & { language: string };
}

/** The 400 people of the cast, in no order; no two have the same name. */
export function people(random: Random): Newcomer[] {
  const sexes = random.shuffled(sexOf400);
  const levels = random.shuffled(levelOf400);
  const certificates = random.shuffled(certificateOf400);
  const taken = new Set<string>();
  return random.shuffled(originOf400).map((origin, index) => {
    const sex = sexes[index] ?? 'male';
    return {
      ...nameOf(origin, sex, taken, random),
      sex,
      nationality: origin.nationality,
      germanLevel: levels[index] ?? 'A2',
      schoolCertificate: certificates[index] ?? 'none',
      contact: { language: origin.language, phone: phoneOf(index), channels: [] },
    };
  });
}

function nameOf(origin: Origin, sex: Newcomer['sex'], taken: Set<string>, random: Random) {
  const given =
    sex === 'female' ? origin.women : sex === 'male' ? origin.men : [...origin.women, ...origin.men];
  for (;;) {
    const name = { givenName: random.pick(given), familyName: random.pick(origin.families) };
    const whole = `${name.givenName} ${name.familyName}`;
    if (taken.has(whole)) continue;
    taken.add(whole);
    return name;
  }
}

/** A hundred of the Bundesnetzagentur's mobile numbers for films and books. */
const phoneOf = (index: number): string => `+49 176 040690${String(index % 100).padStart(2, '0')}`;

/** A birthday of somebody who enters on that day at 18 to 25. */
export const birthday = (entry: Day, random: Random): Day =>
  addDays(entry, -Math.round(random.between(18 * 12 + 2, 25 * 12 + 10) * 30.44) - random.between(0, 27));
