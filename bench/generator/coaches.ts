import type { Sql } from '../../src/database/sql.js';
import { addAccount } from '../../src/access/add-account.js';

/** Who accompanies journeys of one commune. */
export interface Coach {
  id: string;
  commune: string;
}

/** So many journeys a coach has, half of them closed. */
const caseload = 80;

/** Makes the coaches' accounts, the same number in each commune. They sign in by tokens alone. */
export async function makeCoaches(sql: Sql, communes: readonly string[], journeys: number): Promise<Coach[]> {
  const inEach = Math.max(1, Math.round(journeys / caseload / communes.length));
  const coaches: Coach[] = [];
  for (const commune of communes) {
    for (let number = 1; number <= inEach; number += 1) {
      const { id } = await addAccount(
        sql,
        {
          email: emailOfCoach(commune, number),
          name: `Coach ${number} ${commune}`,
          phone: '0221 4710 200',
          role: 'coach',
          communes: [commune],
        },
        communes,
      );
      coaches.push({ id, commune });
    }
  }
  return coaches;
}

/** By which a token is made for one. */
export const emailOfCoach = (commune: string, number: number): string =>
  `coach.${commune}.${number}@example.org`;
