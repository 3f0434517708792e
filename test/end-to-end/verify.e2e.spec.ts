import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { journeyWorkflowId } from '../../workflows/messages.js';
import { eventually } from '../support/eventually.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';
import { lotse as commandLine, type Printed } from '../support/test-terminal.js';
import { consentToReminders, remindable } from '../support/reminded.js';

let lotse: RunningLotse;
let token: string;
let admin: pg.Client;
let connection: Connection;
let client: Client;
const today = berlinDay(new Date().toISOString());

beforeAll(async () => {
  lotse = await startLotse({ LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' });
  token = await lotse.account('koordination@example.org', 'coordinator');
  admin = new pg.Client({ connectionString: lotse.run.databaseAdminUrl });
  await admin.connect();
  connection = await Connection.connect({ address: lotse.run.temporalAddress });
  client = new Client({ connection, namespace: lotse.run.temporalNamespace });
}, 300_000);
afterAll(async () => {
  await connection?.close();
  await admin?.end();
  await lotse?.remove();
}, 60_000);

/** The command line of this Lotse, in this process. */
const verify = (...options: string[]): Promise<Printed> =>
  commandLine(['verify', ...options], { LOTSE_DATA_DIR: lotse.dataDir, NODE_ENV: 'test' });

async function open(): Promise<string> {
  const body = remindable(`${randomUUID()}@example.org`, addDays(today, 40));
  const { json } = await lotse.call(token, 'POST', '/journeys', body, { 'idempotency-key': randomUUID() });
  const { id } = json as { id: string };
  await lotse.call(token, 'POST', `/journeys/${id}/milestones`, consentToReminders(today));
  return id;
}

async function untilTold(): Promise<void> {
  await eventually(async () => {
    const { rows } = await admin.query('SELECT FROM rm.journey WHERE armed_version < stream_version');
    expect(rows).toEqual([]);
  }, 60_000);
}

/** A journey of which nothing is due for an hour: no act of the engine's makes its row right meanwhile. */
async function atRest(): Promise<string> {
  let found: string | undefined;
  await eventually(async () => {
    const { rows } = await admin.query<{ id: string }>(
      `SELECT id FROM rm.journey WHERE next_due > now() + interval '1 hour' AND armed_version = stream_version LIMIT 1`,
    );
    found = rows[0]?.id;
    expect(found).toBeDefined();
  }, 120_000);
  return found ?? '';
}

describe('verifying a Lotse that runs', () => {
  const journeys: string[] = [];

  it('finds nothing while people work', async () => {
    const ends = Date.now() + 6000;
    const writing = (async () => {
      while (Date.now() < ends) journeys.push(...(await Promise.all([open(), open(), open()])));
    })();
    const said: Printed[] = [];
    while (Date.now() < ends) said.push(await verify('--complete'));
    await writing;
    for (const { code, out, err } of said) {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(
        /^Nothing differs: \d+ streams with \d+ events were checked, and \d+ workflows asked/,
      );
    }
    expect(said.length).toBeGreaterThan(0);
    expect(journeys.length).toBeGreaterThan(0);
  }, 240_000);

  it('finds a workflow that was terminated, ends with 1, and has it started again', async () => {
    await untilTold();
    const [id = ''] = journeys;
    const { rows } = await admin.query<{ id: string }>('SELECT id FROM es.installation');
    const workflow = client.workflow.getHandle(journeyWorkflowId(rows[0]?.id ?? '', id));
    await workflow.terminate('a test');

    const { code, out, err } = await verify('--complete');
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^temporal +${id} +workflow terminated +--heal has its workflow`, 'm'));
    expect(err).toContain('1 thing differs');
    const healed = await verify('--complete', '--heal', '--json');
    expect(healed).toMatchObject({ code: 0, err: '' });
    const { findings } = JSON.parse(healed.out) as { findings: object[] };
    expect(findings).toEqual([expect.objectContaining({ check: 'temporal', journey: id, healed: true })]);
    expect((await workflow.describe()).status.name).toBe('RUNNING');
    expect(await verify('--complete')).toMatchObject({ code: 0 });
  }, 240_000);

  it('finds a row that was changed, by the program that operators type', async () => {
    const id = await atRest();
    await admin.query(`UPDATE rm.journey SET phase = 'placed' WHERE id = $1`, [id]);
    await expect(lotse.cli(['verify'])).rejects.toThrow(/ended with 1: 1 thing differs[^]*rm\.journey phase/);
    expect(await lotse.cli(['verify', '--heal'])).toContain('healed');
    expect(await lotse.cli(['verify'])).toMatch(/^Nothing differs/);
  }, 240_000);

  it('says that Temporal could not be asked while it is away, and checks the rest', async () => {
    await untilTold();
    const pids = lotse.pids('start-dev');
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      const { code, out } = await verify();
      expect(out).toContain('Temporal could not be asked');
      expect(code).toBe(0);
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
  }, 240_000);
});
