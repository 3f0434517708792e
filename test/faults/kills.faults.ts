import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { freePort } from '../../src/embedded/ports.js';
import { startLotse } from '../support/running-lotse.js';
import { Killer } from './support/killer.js';
import { logOf, type Log } from './support/log.js';
import { Writer } from './support/writer.js';

const kills = Number(process.env['LOTSE_FAULT_KILLS'] ?? 200);
const seed = Number(process.env['LOTSE_FAULT_SEED'] ?? Date.now() % 1_000_000);
/** For fewer kills, fewer of them: a short run is for whoever changes this test. */
const least = { commands: kills * 10, reminders: Math.ceil(kills * 2.5) };
const minutes = 60_000;

let killer: Killer;
let writers: Writer[];
let account: string;
let log: Log;
const all = <Item>(of: (writer: Writer) => Item[]): Item[] => writers.flatMap(of);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

// Quiet hours off: each journey's reminder is due 15 to 60 seconds after its consent, whatever the hour of the test.
beforeAll(async () => {
  tell(`Seed ${seed}`);
  const port = String(await freePort());
  const env = { LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99', LOTSE_PORT: port };
  const lotse = await startLotse(env);
  const token = await lotse.account('koordination@example.org', 'coordinator');
  account = ((await lotse.call(token, 'GET', '/me')).json as { id: string }).id;
  killer = new Killer(lotse, env, seed);
  writers = [1, 2, 3].map(() => new Writer(() => killer.now, token));
}, 3 * minutes);
afterAll(() => killer.now.remove(), minutes);

describe(`after ${kills} processes were killed at random instants under three writers`, () => {
  it('everything goes on', async () => {
    const isEnough = (): boolean =>
      killer.kills.length >= kills &&
      all(({ acknowledged }) => acknowledged).length >= least.commands &&
      all(({ addresses }) => addresses).length >= least.reminders;
    const killing = killer.run(kills, (done) => {
      const acknowledged = all((writer) => writer.acknowledged).length;
      if (done % 10 === 0) tell(`${done} killed, ${acknowledged} commands acknowledged`);
    });
    await Promise.all([killing, ...writers.map((writer) => writer.run(isEnough))]);
    await eventually(async () => {
      const ready = await fetch(`${killer.now.url}/health/ready`);
      expect(((await ready.json()) as { status: string }).status).toBe('ok');
    }, 2 * minutes);
    expect(all((writer) => writer.acknowledged).length).toBeGreaterThanOrEqual(least.commands);
  });

  it('every acknowledged command is in the log exactly once, and nothing else that a person did', async () => {
    log = await logOf(killer.now.run.databaseAdminUrl);
    const missing = all((writer) => writer.acknowledged).filter((each) => log.times(account, each) !== 1);
    expect(missing).toEqual([]);
    const commands = new Set(all((writer) => writer.acknowledged).map((each) => each.key));
    expect(log.peoplesCommands).toBe(commands.size);
  });

  it('every reminder is in the mailbox, twice at most where a kill fell between SMTP’s answer and its record', async () => {
    const addresses = all((writer) => writer.addresses);
    // a claim whose outcome was lost is sent again after five minutes
    await eventually(async () => {
      log = await logOf(killer.now.run.databaseAdminUrl);
      expect(log.sent.size).toBe(addresses.length);
    }, 15 * minutes);
    const delivered = new Map<string, number>();
    const toParticipants = killer.now.mails().filter(({ raw }) => /^To: [0-9a-f-]{36}@/m.test(raw));
    for (const { raw } of toParticipants) {
      const id = /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? '';
      delivered.set(id, (delivered.get(id) ?? 0) + 1);
    }
    const never = [...log.sent.keys()].filter((key) => !delivered.has(key));
    expect(never).toEqual([]);
    const moreOftenThanClaimed = [...delivered].filter(([key, times]) => times > (log.claims.get(key) ?? 0));
    expect(moreOftenThanClaimed).toEqual([]);
    const doubled = [...delivered.values()].reduce((sum, times) => sum + times - 1, 0);
    tell(
      `${killer.kills.length} kills, ${all((writer) => writer.acknowledged).length} commands, ` +
        `${writers.reduce((sum, { unanswered }) => sum + unanswered, 0)} said again, ` +
        `${log.sent.size} reminders, ${doubled} delivered a second time`,
    );
    expect(doubled).toBeLessThanOrEqual(killer.kills.length);
    expect([...log.sent.values()].filter((outcomes) => outcomes !== 1)).toEqual([]);
  });

  it('nothing is found that differs', async () => {
    await expect(killer.now.cli(['verify'])).resolves.toContain('Nothing differs');
  });
});
