import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { readInstallation } from '../../src/installation.js';
import { startAgain } from '../../src/recovery/start-again.js';
import { eventually } from '../support/eventually.js';
import {
  recoveryWorld,
  temporalServer,
  type Engine,
  type RecoveryWorld,
  type TemporalServer,
} from '../support/recovery-world.js';

let world: RecoveryWorld;
let engine: Engine;
let server: TemporalServer;
const servers: TemporalServer[] = [];
/** Open from the beginning; the first reminder of the first is due in four days, of the second in five. */
const journeys: string[] = [];

async function start(copyOf?: TemporalServer): Promise<TemporalServer> {
  const started = await temporalServer(copyOf?.dataDir);
  servers.push(started);
  return started;
}

async function runOn(next: TemporalServer): Promise<void> {
  server = next;
  engine = await world.engine(server);
}

async function stopAll(): Promise<void> {
  await engine.stop();
  await server.stop();
}

beforeAll(async () => {
  world = await recoveryWorld();
  await runOn(await start());
  for (const days of [60, 61, 120, 150, 180]) journeys.push(await world.open(days));
  await engine.relay.idle();
}, 120_000);
afterAll(async () => {
  await engine?.stop();
  for (const each of servers) await each.stop();
  for (const each of servers) each.remove();
  await world?.end();
}, 60_000);

const nth = (index: number): string => journeys[index] ?? '';
const aheadOfAll = () => Promise.all(journeys.map((id) => world.ahead(id)));

/** Every journey's workflow comes to hold what the log says, under the generation that is valid. */
const assertStandings = (): Promise<void> =>
  eventually(async () => {
    const { generation } = await readInstallation(world.sql);
    const { rows } = await world.sql.query<{ id: string; version: number; nextDue: string | null }>(
      'SELECT id, stream_version AS version, next_due AS "nextDue" FROM rm.journey WHERE id = ANY($1)',
      [journeys],
    );
    expect(rows).toHaveLength(journeys.length);
    for (const { id, version, nextDue } of rows)
      expect(await engine.standing(id)).toMatchObject({
        journey: id,
        generation,
        version,
        nextDue: nextDue && world.clock.toTemporal(nextDue),
      });
  });

const assertNothingTwice = (): void => {
  const keys = world.mails.map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)]);
};

/** Nothing is due any more. */
const untilAllIsDone = (): Promise<void> =>
  eventually(async () => {
    const { rows } = await world.sql.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM rm.journey WHERE next_due <= $1 OR armed_version < stream_version',
      [await world.clock.now()],
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

/** Puts the clock forward to shortly before a journey's next reminder; the watchdog tells whoever is armed too late. */
async function forwardToReminderOf(journey: string, msBefore: number): Promise<void> {
  await engine.relay.idle(); // the watchdog leaves alone who is yet to be told
  const { acts } = await world.ahead(journey);
  const reminder = acts.find(({ act, to }) => act === 'remind' && to === 'participant');
  world.putForwardTo(reminder?.at ?? '', msBefore);
  await engine.relay.watch();
}

describe('in a crowd', () => {
  it('there is a second worker, and each workflow holds what the log says', async () => {
    await eventually(() => expect(engine.workers()).toBe(2));
    await assertStandings();
  });
});

describe('when Temporal’s database is gone', () => {
  it('everything stands in a new one after recovery, by id, day and instant, and nothing is sent', async () => {
    const before = await aheadOfAll();
    await stopAll();
    const csv = 'Kennung;Nachname;Vorname;Geburtsdatum;Kommune\nAC-1;Murad;Aram;01.02.2004;Stolberg\n';
    const importId = await world.acceptImport(Buffer.from(csv));
    await world.sql.query(`UPDATE imports.import SET state = 'running'`); // its workflow is among what was lost
    await runOn(await start());
    await expect(engine.standing(nth(0))).rejects.toThrow(/not found/i);

    expect(await startAgain(world.sql)).toEqual({ generation: 2, journeys: 5, imports: 1 });
    await engine.relay.idle();
    expect(await aheadOfAll()).toEqual(before);
    await assertStandings();
    expect(world.mails).toEqual([]);
    await eventually(async () => {
      const { rows } = await world.sql.query('SELECT state FROM imports.import WHERE id = $1', [importId]);
      expect(rows).toEqual([{ state: 'done' }]);
      expect((await engine.staffMail().describe()).status.name).toBe('RUNNING');
    });
  }, 120_000);

  it('the reminder that is due later comes once, also where recovery was run twice', async () => {
    await forwardToReminderOf(nth(0), 5000);
    expect(await startAgain(world.sql)).toMatchObject({ generation: 3 });
    await eventually(() => expect(world.mailsTo(nth(0))).toHaveLength(1));
    await untilAllIsDone();
    await assertStandings();
    assertNothingTwice();
  }, 120_000);
});

describe('when Temporal’s database comes back from a copy', () => {
  it('what happened since is told again, by id, day and instant, and nothing is sent twice', async () => {
    await stopAll();
    const copied = server;
    await runOn(await start(copied));
    const today = berlinDay(await world.clock.now());
    const paper = { kind: 'toleration_60a', validUntil: addDays(today, 200), employmentNote: 'unknown' };
    await world.command(nth(2), { type: 'RecordDocument', paper });
    await world.command(nth(3), { type: 'CloseJourney', on: today, reason: 'moved_away' });
    journeys.push(await world.open(90));
    await forwardToReminderOf(nth(1), 3000);
    await eventually(() => expect(world.mailsTo(nth(1))).toHaveLength(1));
    await untilAllIsDone();
    await stopAll();

    await runOn(await start(copied));
    const [before, sent] = [await aheadOfAll(), world.mails.length];
    expect(await engine.standing(nth(2))).not.toMatchObject({ version: before[2]?.version });
    await startAgain(world.sql);
    await engine.relay.idle();
    expect(await aheadOfAll()).toEqual(before);
    await assertStandings();
    expect(world.mails).toHaveLength(sent);
    assertNothingTwice();
  }, 120_000);
});

describe('when the old Temporal is revived beside the new one', () => {
  it('its acts are fenced, its workflows end or adopt, and nothing is sent twice', async () => {
    const journey = nth(5);
    await forwardToReminderOf(journey, 20_000);
    await engine.relay.idle();
    await stopAll();
    const dead = server;
    await runOn(await start());
    await startAgain(world.sql);
    await engine.relay.idle();
    const revived = await start(dead);
    const old = await world.engine(revived, { tells: false });
    try {
      expect((await old.standing(journey)).generation).toBeLessThan(
        (await engine.standing(journey)).generation,
      );
      await eventually(() => expect(world.mailsTo(journey)).toHaveLength(1), 90_000);
      await eventually(async () =>
        expect((await old.journey(journey).describe()).status.name).toBe('COMPLETED'),
      );
      expect((await engine.journey(journey).describe()).status.name).toBe('RUNNING');
      await untilAllIsDone();
      await assertStandings();

      // Somebody runs the old one's relay too: whom it tells belongs to the valid generation from then on.
      await engine.relay.stop();
      old.relay.start();
      for (const id of [journey, nth(4)])
        await world.command(id, {
          type: 'ChangeParticipant',
          person: {},
          contact: { phone: '+49 2403 1234' },
        });
      await old.relay.idle();
      const { generation } = await readInstallation(world.sql);
      for (const id of [journey, nth(4)]) expect(await old.standing(id)).toMatchObject({ generation });
      assertNothingTwice();
      expect(world.failures).toEqual([]);
    } finally {
      await old.stop();
    }
  }, 180_000);
});
