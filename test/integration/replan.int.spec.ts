import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CommandRunner } from '../../src/journeys/command-runner.js';
import { Programmes } from '../../src/programmes/programmes.js';
import { readProgramme } from '../../src/programmes/read-programme.js';
import { replanOutdated } from '../../src/worker/replan.js';
import { eligible } from '../support/histories.js';
import { consent, opening } from '../support/wishes.js';
import { journeyRunner, type RunnerWorld } from './event-store/runner.js';
import { compareWithTheLog } from './event-store/what-the-log-says.js';

let world: RunnerWorld;
const journey = randomUUID();

beforeAll(async () => {
  world = await journeyRunner('2026-11-23T09:00:00.000Z');
  for (const wish of [opening(world.today()), consent(world.today()), eligible(world.today())]) {
    await world.runner.run(journey, wish, { actor: world.actor });
  }
});
afterAll(() => world?.end());

const phases = async () => {
  const { rows } = await world.sql.query<{ phase: string; phases: string[]; version: number }>(
    `SELECT j.phase, j.stream_version AS version,
            array(SELECT p.phase FROM rm.phase p WHERE p.journey_id = j.id ORDER BY p.key) AS phases
       FROM rm.journey j WHERE j.id = $1`,
    [journey],
  );
  return rows[0];
};

/** The installed programme as an update brings it, in which consent leads nowhere. */
async function updated(): Promise<Programmes> {
  const { programme } = await readProgramme(new URL('../../programmes/durchstarten/', import.meta.url));
  const milestones = programme.milestones.map(({ moves, ...milestone }) =>
    milestone.key === 'consent_given' ? milestone : { ...milestone, ...(moves && { moves }) },
  );
  const loaded = [{ programme: { ...programme, milestones }, fingerprint: 'updated' }];
  return Programmes.introduce(world.sql, loaded, {
    secrets: world.secrets,
    quietHours: true,
    now: world.now(),
  });
}

it('gives a journey whose plan stays the same the phases of another definition, and records nothing', async () => {
  const before = await phases();
  expect(before).toMatchObject({ phase: 'eligible', phases: ['contacted', 'intake', 'eligible'] });
  const programmes = await updated();
  const { sql, clock, secrets } = world;
  const generation = () => Promise.resolve(1);
  const runner = new CommandRunner(sql, clock, secrets, programmes, generation);
  const parts = { sql, secrets, programmes, generation };
  expect(await replanOutdated(parts, runner)).toBe(1);
  expect(await phases()).toEqual({ ...before, phases: ['contacted', 'eligible'] });
  expect(await replanOutdated(parts, runner)).toBe(0);
  await compareWithTheLog({ ...world, programmes }, journey);
});
