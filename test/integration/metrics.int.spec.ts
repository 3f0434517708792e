import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Counters } from '../../src/metrics/counters.js';
import { shareCounts } from '../../src/metrics/worker-counts.js';
import { startApi, type Api } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { journeyCalls, opening, paper, plan, seen, staff, today } from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff, { LOTSE_METRICS_TOKEN: 'geheimes-wort' });
});
afterAll(() => api?.close());

/** What the page says of one line; `undefined` where it has no such line. */
async function figure(line: string): Promise<number | undefined> {
  const { text } = await api.call('GET', '/metrics');
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

describe('the figures for operators', () => {
  it('count journeys, parts and requests, and name nobody', async () => {
    const id = await opened(opening({ document: paper(50) }));
    await post(id, 'close', { on: today, reason: 'moved_away' });
    await opened();
    await get('/journeys?q=merhawi');
    const { text, headers } = await api.call('GET', '/metrics');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const lines = text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE lotse_journeys gauge',
        'lotse_journeys{open="true"} 1',
        'lotse_journeys{open="false"} 1',
        'lotse_journeys_waiting{by="people"} 2',
        'lotse_journeys_waiting{by="bulk"} 0',
        'lotse_feed_lag_seconds 0',
        'lotse_commands_total{process="api",command="OpenJourney",outcome="recorded"} 2',
        'lotse_command_seconds_count{process="api",command="CloseJourney"} 1',
        'lotse_journeys_overdue 0',
        'lotse_journeys_to_refold 0',
        'lotse_journeys_recovering 0',
        'lotse_change_streams 0',
        'lotse_part_up{part="database"} 1',
        'lotse_part_up{part="worker"} 0',
        'lotse_http_requests_total{method="POST",route="/api/v1/journeys",status="201"} 2',
        'lotse_http_requests_total{method="GET",route="/api/v1/journeys",status="200"} 1',
      ]),
    );
    const form = /^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+|)$/;
    expect(lines.filter((line) => !form.test(line))).toEqual([]);
    expect(text).not.toMatch(/merhawi|tesfay|toleration/i);
  });

  it('are for this machine, or for whoever has the token', async () => {
    const ask = (headers: Record<string, string>) => api.call('GET', '/metrics', { headers });
    const afar = { 'x-forwarded-for': '203.0.113.7' }; // as a proxy on this machine says it
    expect(seen(await ask(afar))).toEqual({ status: 403, code: 'forbidden' });
    expect((await ask({ ...afar, authorization: 'Bearer geheimes-wort' })).status).toBe(200);
    expect((await ask({ ...afar, authorization: 'Bearer anderes-wort' })).status).toBe(403);
    const spoofed = { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' };
    expect((await ask(spoofed)).status).toBe(403);
  });

  it('count commands by how they ended, a refusal by its rule', async () => {
    const id = await opened();
    const ended = (outcome: string) =>
      `lotse_commands_total{process="api",command="CloseJourney",outcome="${outcome}"`;
    const close = { on: today, reason: 'moved_away' };
    expect(await figure(`${ended('stale_form')}}`)).toBeUndefined();
    await post(id, 'close', close, { ifMatch: 99 });
    expect(await figure(`${ended('stale_form')}}`)).toBe(1);
    await post(id, 'close', close);
    await post(await opened(), 'milestones', plan);
    const { text } = await api.call('GET', '/metrics');
    expect(text).toMatch(/command="ReachMilestone",outcome="refused",code="[a-z-]+"\} 1\n/);
  });

  it('say what is held up: what is due and not done, notices, and who keeps the log’s feed waiting', async () => {
    const { sql } = api.platform;
    const id = await opened();
    await sql.query(`UPDATE rm.journey SET next_due = now() - interval '1 hour' WHERE id = $1`, [id]);
    expect(await figure('lotse_journeys_overdue')).toBe(1);
    expect(await figure('lotse_due_oldest_seconds')).toBeGreaterThan(3590);
    await sql.query(
      `INSERT INTO rm.staff_notice VALUES ('metrics', $1, 'coach', $1, true, now() - interval '2 hours')`,
      [id],
    );
    expect(await figure('lotse_notices_waiting{urgent="true"}')).toBe(1);
    expect(await figure('lotse_notices_oldest_seconds')).toBeGreaterThan(7190);

    const other = new pg.Client(api.database.adminUrl);
    await other.connect();
    await other.query('BEGIN; SELECT pg_current_xact_id()');
    await opened();
    await eventually(async () => {
      expect(await figure('lotse_feed_lag_seconds')).toBeGreaterThan(0.3);
      expect(await figure('lotse_oldest_write_seconds')).toBeGreaterThan(0.3);
    });
    await other.end();
    await eventually(async () => {
      expect(await figure('lotse_feed_lag_seconds')).toBe(0);
      expect(await figure('lotse_oldest_write_seconds')).toBeLessThan(0.3);
    });
  });

  it('add up what several workers have counted, also of one that has begun anew', async () => {
    const line = 'lotse_mails_total{process="worker",outcome="sent"}';
    for (const mails of [2, 3]) {
      const counters = new Counters('worker');
      const sharing = shareCounts(api.platform.sql, counters);
      for (let sent = 0; sent < mails; sent += 1) counters.count('lotse_mails_total', { outcome: 'sent' });
      await sharing.stop();
    }
    expect(await figure(line)).toBe(5);
  });

  it('stand under words from lists, never under what belongs to one journey or person', async () => {
    await api.call('GET', `/api/v1/journeys/${randomUUID()}`, { as: 'jana' });
    const { text } = await api.call('GET', '/metrics');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|@|beispiel/i);
  });
});
