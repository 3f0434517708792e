/** Where the cast lives and who accompanies it: in the register's proportions, invented people all the same. */

/** A person who works with Lotse in the demonstration. */
export interface Colleague {
  email: string;
  name: string;
  phone: string;
  role: 'coach' | 'coordinator' | 'admin';
  /** None: the whole region. */
  communes: readonly string[];
}

const coach = (
  name: string,
  email: string,
  number: number,
  caseload: Readonly<Record<string, number>>,
): Colleague & { caseload: Readonly<Record<string, number>> } => ({
  email: `${email}@example.org`,
  name,
  // the Bundesnetzagentur's numbers for films and books: nobody is rung up
  phone: `0221 4710 ${number}`,
  role: 'coach',
  communes: Object.keys(caseload),
  caseload,
});

/** Ten coaches, none with more than 45 journeys, some for two communes. */
export const coaches = [
  coach('Mara Lenz', 'mara.lenz', 201, { eschweiler: 42 }),
  coach('Jonas Breuer', 'jonas.breuer', 202, { eschweiler: 42 }),
  coach('Sevda Arslan', 'sevda.arslan', 203, { eschweiler: 12, stolberg: 31 }),
  coach('Thomas Krings', 'thomas.krings', 204, { stolberg: 33, roetgen: 10 }),
  coach('Nele Jansen', 'nele.jansen', 205, { alsdorf: 37 }),
  coach('Miriam Schaaf', 'miriam.schaaf', 206, { alsdorf: 27, baesweiler: 10 }),
  coach('Lukas Offermann', 'lukas.offermann', 207, { wuerselen: 37 }),
  coach('Ivana Petrović', 'ivana.petrovic', 208, { wuerselen: 17, herzogenrath: 20 }),
  coach('Georg Dohmen', 'georg.dohmen', 209, { herzogenrath: 18, baesweiler: 11 }),
  coach('Katrin Hürtgen', 'katrin.huertgen', 210, { simmerath: 22, monschau: 19 }),
] as const;

/** Journeys that nobody has taken on yet, by commune. */
export const withoutCoach = {
  eschweiler: 4,
  stolberg: 3,
  alsdorf: 2,
  wuerselen: 2,
  herzogenrath: 1,
} as const;

/** Two coordinators for the whole region, and somebody for the accounts and the system. */
export const office: readonly Colleague[] = [
  {
    email: 'birgit.thelen@example.org',
    name: 'Birgit Thelen',
    phone: '0221 4710 220',
    role: 'coordinator',
    communes: [],
  },
  {
    email: 'selin.aydin@example.org',
    name: 'Selin Aydın',
    phone: '0221 4710 221',
    role: 'coordinator',
    communes: [],
  },
  {
    email: 'technik@example.org',
    name: 'Ulla Pohl',
    phone: '0221 4710 222',
    role: 'admin',
    communes: [],
  },
];

/** A place in the programme: a commune, and the coach's address or nobody's. */
export interface Place {
  commune: string;
  coach: string | undefined;
}

/** All 400 places. */
export const places: readonly Place[] = [
  ...coaches.flatMap(({ email, caseload }) =>
    Object.entries(caseload).flatMap(([commune, count]) => placesOf(commune, email, count)),
  ),
  ...Object.entries(withoutCoach).flatMap(([commune, count]) => placesOf(commune, undefined, count)),
];

function placesOf(commune: string, email: string | undefined, count: number): Place[] {
  return Array.from({ length: count }, () => ({ commune, coach: email }));
}
