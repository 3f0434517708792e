import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api } from '../support/api.js';
import { journeyCalls, opening, paper, seen, staff, today } from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff, { LOTSE_METRICS_TOKEN: 'geheimes-wort' });
});
afterAll(() => api?.close());

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
        'lotse_journeys_waiting 2',
        'lotse_journeys_overdue 0',
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
});
