import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { Counters } from '../../src/metrics/counters.js';
import { countedMailer } from '../../src/metrics/counted-mailer.js';
import { Relay } from '../../src/relay/relay.js';
import { journeyActs } from '../../src/reminders/journey-acts.js';
import { startTracing } from '../../src/tracing/start-tracing.js';
import { sendingWorld, type SendingWorld } from '../support/sending-world.js';
import { root } from '../docs/container-files.js';

const monday = '2026-11-23T08:00:00.000Z';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: unknown;
}

const received: Span[] = [];
let raw = '';
let collector: Server;
let endTracing: () => Promise<void>;
let world: SendingWorld;

beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      raw += body;
      const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      for (const { scopeSpans } of resourceSpans) received.push(...scopeSpans.flatMap(({ spans }) => spans));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => void collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  endTracing = await startTracing({ tracesUrl: `http://127.0.0.1:${port}/v1/traces` }, 'api');
  world = await sendingWorld(monday, { LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 000' });
});
afterAll(async () => {
  await endTracing();
  await world?.close();
  collector.close();
});

describe('traces', () => {
  it('lead from the click over the relay and the clock’s act to SMTP', async () => {
    const { api } = world;
    const document = { kind: 'toleration_60a', validUntil: world.day(40) };
    const journey = await world.open({ document }, []);
    const requestId = randomUUID();
    const data = { purposes: ['case_work', 'reminders'], language: 'de', form: 'paper', textVersion: '1' };
    const reached = await api.call('POST', `/api/v1/journeys/${journey}/milestones`, {
      as: 'mara',
      body: { milestone: 'consent_given', on: world.today(), data },
      headers: { 'x-request-id': requestId },
    });
    expect(reached.status).toBe(201);

    const { sql, clock, runner, programmes, texts, installation, generation } = api.platform;
    const workflow = { signalWithStart: () => Promise.resolve() };
    const client = { workflow, withDeadline: (_: number, call: () => Promise<unknown>) => call() };
    const parts = { sql, clock, installation, generation };
    const relay = new Relay({ ...parts, client: client as unknown as Client });
    relay.start();
    await relay.idle();
    await relay.stop();

    const mailer = countedMailer({ send: async () => ({ state: 'sent' }) }, new Counters('worker'));
    world.setClock(new Date(Date.parse(monday) + 120_000).toISOString());
    const acts = journeyActs(
      { sql, clock, runner, programmes, texts, mailer, officePhone: '0241 000' },
      generation,
    );
    await acts.carryOutDue({ journey, generation: await generation() });
    await endTracing();

    const trace = received.filter(({ traceId }) => traceId === requestId.replaceAll('-', ''));
    const names = trace.map(({ name }) => name);
    for (const wanted of [
      'POST /api/v1/journeys/:id/milestones',
      'command ReachMilestone',
      'load',
      'decide',
      'append',
      'signal milestoneReached',
      'act carryOutDue',
      'command CarryOutDue',
      'command ClaimMessage',
      'smtp',
    ]) {
      expect(names).toContain(wanted);
    }
    const command = trace.find(({ name }) => name === 'command ReachMilestone');
    const request = trace.find(({ name }) => name.startsWith('POST '));
    expect(command?.parentSpanId).toBe(request?.spanId);
    const { rows } = await sql.query<{ type: string }>(
      'SELECT DISTINCT type FROM es.event WHERE stream_id = $1 AND correlation_id = $2',
      [journey, requestId],
    );
    expect(rows.map(({ type }) => type)).toContain('MilestoneReached');
    expect(raw).not.toMatch(/merhawi|tesfay|beispiel|@example/i);
  });

  it('load nothing where they are switched off', () => {
    const loadedWith = (settings: object): number => {
      const program = `
        import { startTracing } from './dist/src/tracing/start-tracing.js';
        import module from 'node:module';
        await startTracing(${JSON.stringify(settings)}, 'api');
        console.log(Object.keys(module._cache).filter((file) => file.includes('opentelemetry')).length);
        process.exit();`;
      const args = ['--input-type=module', '--eval', program];
      return Number(execFileSync(process.execPath, args, { cwd: fileURLToPath(root), encoding: 'utf8' }));
    };
    expect(loadedWith({})).toBe(0);
    expect(loadedWith({ tracesUrl: 'http://127.0.0.1:9/v1/traces' })).toBeGreaterThan(10);
  });
});
