import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogLine } from '../../src/http/log.js';
import { startApi, type Api } from '../support/api.js';
import type { Change } from '../../contract/changes.js';
import { hearChanges, type ChangesHeard } from '../support/change-stream.js';
import { eventually } from '../support/eventually.js';
import {
  consent,
  journeyCalls,
  opening,
  paper,
  person,
  seen,
  staff,
  today,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);
const open: ChangesHeard[] = [];

beforeAll(async () => {
  api = await startApi({
    ...staff,
    petra: { role: 'coach', communes: ['monschau'], password: 'vier Wörter' },
  });
});
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.leave();
});
afterAll(() => api?.close());

async function hears(as: string, lastEventId?: string): Promise<ChangesHeard> {
  const token = api.tokens[as] ?? '';
  const stream = await hearChanges(api.base, { token, ...(lastEventId !== undefined && { lastEventId }) });
  open.push(stream);
  await settled(stream); // and forget what others' open transactions let come once more
  stream.heard.told = [];
  return stream;
}

/** Journeys that say only: what was to come has come. */
const marks = new Set<string>();

/** What was told beside the marks. */
const toldTo = ({ heard }: ChangesHeard): Change[] =>
  heard.told.filter((told) => !('id' in told && marks.has(told.id)));

/** The same once it is that many. */
async function changes(stream: ChangesHeard, count: number): Promise<Change[]> {
  await eventually(() => expect(toldTo(stream).length).toBeGreaterThanOrEqual(count), 10_000);
  return toldTo(stream);
}

/** Lets everybody hear of something that all of them may see. */
async function settled(...streams: ChangesHeard[]): Promise<void> {
  const newest = [await opened(), await opened(opening({ commune: 'monschau' }), 'olga')];
  for (const id of newest) marks.add(id);
  for (const { heard } of streams) {
    const isMark = (told: Change): boolean => 'id' in told && newest.includes(told.id);
    await eventually(() => expect(heard.told.some(isMark)).toBe(true), 10_000);
  }
}

const assign = (id: string, coach: string) =>
  api.call('PUT', `/api/v1/journeys/${id}/coach`, { as: 'karl', body: { coach: `${coach}@example.org` } });

const requestsIn = (lines: readonly LogLine[]): number =>
  lines.filter(({ event, route }) => event === 'request' && route === '/api/v1/changes').length;

describe('whoever follows what changes', () => {
  it('is told within a second after the answer, in a stream that nothing between keeps back', async () => {
    const mara = await hears('mara');
    expect(mara.status).toBe(200);
    expect(Object.fromEntries(mara.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const id = await opened();
    const answered = performance.now();
    const [told] = await changes(mara, 1);
    expect(performance.now() - answered).toBeLessThan(1000);
    expect(told).toMatchObject({ kind: 'journey', id, version: 1 });
    expect(mara.heard.text).toMatch(/^retry: \d+\n\n/);
  });

  it('is told which journey, which version and which parts: once for a command, however much it records', async () => {
    const id = await opened(opening({ document: paper(50) }));
    const mara = await hears('mara');
    const answer = await post(id, 'milestones', consent('case_work', 'reminders'));
    await settled(mara);
    const told = toldTo(mara);
    expect(told).toEqual([{ kind: 'journey', id, version: answer.json.version, changed: expect.any(Array) }]);
    expect(told[0]).toMatchObject({
      changed: expect.arrayContaining(['phase', 'milestones', 'deadlines', 'messages']),
    });
    await post(id, 'contacts', { on: today, channel: 'phone', direction: 'out', reached: true });
    const [, next] = await changes(mara, 2);
    expect(next).toMatchObject({ id, changed: expect.arrayContaining(['contacts']) });
    expect(next).not.toMatchObject({ changed: expect.arrayContaining(['milestones']) });
  });

  it('stands in the log when she hangs up, which is how most streams end', async () => {
    const before = requestsIn(api.lines);
    const listening = await hears('mara');
    await listening.leave();
    await eventually(() => expect(requestsIn(api.lines)).toBe(before + 1));
  });

  it('is told ids and kinds, and nothing of a person or of the kind of her paper', async () => {
    const [mara, karl, jana] = [await hears('mara'), await hears('karl'), await hears('jana')];
    const canaries = ['Vornamekanari', 'Nachnamekanari', 'KANARI-9', 'kanari@example.org', 'Notizkanari'];
    const [givenName, familyName, externalId, email, note] = canaries;
    const participant = person({ givenName, familyName, email, channels: ['email'] });
    const document = { ...paper(5), kind: 'border_crossing_certificate' };
    const id = await opened(opening({ externalId, participant, document }));
    await post(id, 'milestones', { ...consent('case_work', 'reminders'), note });
    await post(id, 'pause', { on: today, reason: 'away', note });
    await settled(mara, karl, jana);
    const all = [mara, karl, jana].map(({ heard }) => heard.text).join('');
    expect(all).toContain(id);
    for (const canary of [...canaries, 'border', 'crossing', 'certificate', 'crisis', 'toleration', 'away']) {
      expect(all).not.toContain(canary);
    }
    expect(all).not.toMatch(/[A-Z][a-z]+(Recorded|Reached|Opened|Raised|Set)\b/);
    expect(JSON.stringify(api.lines)).not.toMatch(/anari/);
  });
});

describe('the scope', () => {
  it('is that of the lists: own journeys, one’s communes, and no other', async () => {
    const [mara, jana, petra, karl, olga] = [
      await hears('mara'),
      await hears('jana'),
      await hears('petra'),
      await hears('karl'),
      await hears('olga'),
    ];
    const everybody = [mara, jana, petra, karl, olga];
    const hers = await opened(opening({ commune: 'stolberg' }));
    const nobodys = await opened(opening({ commune: 'monschau' }), 'olga');
    await settled(...everybody);
    const ids = (stream: ChangesHeard) => toldTo(stream).map((told) => 'id' in told && told.id);
    expect(ids(mara)).toEqual([hers]);
    expect(ids(jana)).toEqual([]);
    expect(ids(petra)).toEqual([nobodys]);
    expect(new Set(ids(karl))).toEqual(new Set([hers, nobodys]));
    expect(ids(olga)).toEqual([nobodys]);
  });

  it('of a colleague’s journey tells only that what is seen of it is another, without version and parts', async () => {
    const id = await opened(opening({ document: paper(50) }));
    await post(id, 'milestones', consent('case_work'));
    const jana = await hears('jana');
    await post(id, 'contacts', { on: today, channel: 'phone', direction: 'out', reached: true });
    await post(id, 'milestones', consent('reminders')); // the phase stays
    await api.call('PATCH', `/api/v1/journeys/${id}/participant`, {
      as: 'mara',
      body: { phone: '+49 2403 1234', germanLevel: 'B1' },
    });
    await settled(jana);
    expect(toldTo(jana)).toEqual([]);
    await post(id, 'close', { on: today, reason: 'moved_away' });
    expect(await changes(jana, 1)).toEqual([{ kind: 'journey', id }]);
  });

  it('tells whoever loses a journey to another coach: once, that it is gone or seen reduced, and no more', async () => {
    const lost = await opened(opening({ commune: 'monschau' }), 'olga');
    await assign(lost, 'mara');
    const shared = await opened(opening({ commune: 'eschweiler' }));
    const mara = await hears('mara');
    const petra = await hears('petra');
    await assign(lost, 'petra');
    await assign(shared, 'jana');
    await settled(mara, petra);
    expect(toldTo(mara)).toEqual(
      expect.arrayContaining([
        { kind: 'gone', id: lost },
        { kind: 'journey', id: shared },
      ]),
    );
    expect(toldTo(mara)).toHaveLength(2);
    expect(toldTo(petra)).toMatchObject([
      { kind: 'journey', id: lost, changed: expect.arrayContaining(['tasks']) },
    ]);
    const contact = { on: today, channel: 'phone', direction: 'out', reached: true };
    expect((await post(lost, 'contacts', contact, { as: 'petra' })).status).toBe(201);
    await settled(mara, petra);
    expect(toldTo(mara)).toHaveLength(2);
    expect(toldTo(petra)).toHaveLength(2);
  });

  it('of an import is that of its coordinator and of whoever coordinates the whole region', async () => {
    const [karl, olga, mara] = [await hears('karl'), await hears('olga'), await hears('mara')];
    const file = { type: 'text/csv', text: 'Kennung;Nachname;Vorname;Geburtsdatum;Kommune\n' };
    const path = '/api/v1/imports?basis=public_task&dryRun=true';
    const { id } = (await api.call('POST', path, { as: 'karl', file })).json;
    await changes(karl, 1);
    await api.platform.sql.query(`UPDATE imports.import SET state = 'done' WHERE id = $1`, [id]);
    await changes(karl, 2);
    const hers = (await api.call('POST', path, { as: 'olga', file })).json.id;
    await changes(karl, 3);
    await settled(karl, olga, mara);
    const told = (each: string) => ({ kind: 'import', id: each });
    expect(toldTo(karl)).toEqual([told(id), told(id), told(hers)]);
    expect(toldTo(olga)).toEqual([told(hers)]);
    expect(toldTo(mara)).toEqual([]);
  });

  it('has nothing for administrators and for whoever is not signed in', async () => {
    expect(seen(await get('/changes', 'root'))).toEqual({ status: 403, code: 'forbidden' });
    expect(seen(await get('/changes', 'lotse_nobody'))).toEqual({ status: 401, code: 'not-signed-in' });
  });
});

describe('a mail to staff', () => {
  it('is told in the journeys of which it tells something', async () => {
    const id = await opened();
    const { sql } = api.platform;
    const account = (await get('/me')).json.id as string;
    await sql.query(
      `INSERT INTO rm.staff_notice (key, journey_id, recipient, about, urgent, queued_at)
       VALUES ('notice-1', $1, 'coach', $1, false, now())`,
      [id],
    );
    const mara = await hears('mara');
    const data = {
      account,
      mail: 'mail-1',
      kind: 'morning',
      day: today,
      notices: ['notice-1', 'notice-gone'],
      attempt: 1,
    };
    const event = (type: string, plain: object) => ({
      id: crypto.randomUUID(),
      type,
      schemaVersion: 1,
      data: plain,
      actor: { kind: 'engine', id: 'engine' },
      commandId: crypto.randomUUID(),
      correlationId: crypto.randomUUID(),
      causationId: crypto.randomUUID(),
      occurredAt: new Date().toISOString(),
    });
    const events = [
      event('StaffMailSending', data),
      event('StaffMailSent', { account, mail: 'mail-1', day: today }),
    ];
    await sql.query(`SELECT es.append($1, 'account', NULL, 0, NULL, clock_timestamp(), $2)`, [
      account,
      JSON.stringify(events),
    ]);
    expect(await changes(mara, 1)).toEqual([
      { kind: 'journey', id, version: 1, changed: ['deadlines', 'messages'] },
    ]);
  });
});
