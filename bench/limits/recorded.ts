import { randomUUID } from 'node:crypto';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Sql } from '../../src/database/sql.js';
import { readRegister } from '../../src/imports/register/read-register.js';
import { takeOver } from '../../src/imports/take-over.js';
import { CommandRunner } from '../../src/journeys/command-runner.js';
import type { Platform } from '../../src/platform.js';
import { inventedRegister } from '../support/people.js';
import { roundOf } from '../support/rounds.js';

/** A statement as a Lotse has sent it. */
export interface Sent {
  name: string;
  text: string;
  values: unknown[];
}

/** A milestone's two statements, in the order in which they were sent. */
export interface SentMilestone {
  load: Sent;
  commit: Sent;
}

/** Opens journeys from a register of invented people; gives their ids. */
export async function openJourneys({ programmes, runner }: Platform, count: number): Promise<string[]> {
  const today = berlinDay(new Date().toISOString());
  const { rows: lines } = readRegister(
    Buffer.from(inventedRegister(count, today)),
    today,
    programmes.current,
  );
  const ids: string[] = [];
  for (const { row, raw } of lines) {
    if (!row) throw new Error('The invented register has a row that is none');
    const participant = randomUUID();
    const command = takeOver(row, raw, { participant, coach: { coach: null }, basis: 'consent_on_paper' });
    const journey = randomUUID();
    await runner.run(journey, command, { actor: { kind: 'person', id: randomUUID(), role: 'coordinator' } });
    ids.push(journey);
  }
  return ids;
}

/**
 * Records milestones as the API does, and keeps what was sent to PostgreSQL.
 * @param rounds of `roundOf`, on each journey
 * @returns for each journey its milestones in order
 */
export async function recordMilestones(
  platform: Platform,
  journeys: readonly string[],
  rounds: number,
): Promise<SentMilestone[][]> {
  const sent: Sent[] = [];
  const runner = listenedTo(platform, sent);
  const account = randomUUID();
  const today = berlinDay(new Date().toISOString());
  const result: SentMilestone[][] = [];
  for (const journey of journeys) {
    const milestones: SentMilestone[] = [];
    for (let number = 0; number < rounds; number += 1) {
      const { milestone, on, data } = roundOf(number, today).body;
      sent.length = 0;
      await runner.run(
        journey,
        { type: 'ReachMilestone', milestone, on, data },
        { actor: { kind: 'person', id: account, role: 'coordinator' } },
      );
      milestones.push(bothOf(sent));
    }
    result.push(milestones);
  }
  return result;
}

function bothOf(sent: readonly Sent[]): SentMilestone {
  const [load, commit] = sent;
  if (sent.length !== 2 || !load || !commit) {
    throw new Error(
      `A milestone took ${sent.length} statements, not two: ${sent.map(({ name }) => name).join(', ')}`,
    );
  }
  return { load, commit };
}

/** The road of a command, with an ear on its way to the database. */
function listenedTo({ sql, clock, secrets, programmes, generation }: Platform, sent: Sent[]): CommandRunner {
  const query = (statement: Sent): unknown => {
    sent.push(statement);
    return sql.query(statement);
  };
  return new CommandRunner({ query } as Sql, clock, secrets, programmes, generation);
}
