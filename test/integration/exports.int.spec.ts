import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Answer, type Api } from '../support/api.js';
import { consent, journeyCalls, opening, paper, person, staff, today } from '../support/journey-calls.js';

let api: Api;
const { opened, post } = journeyCalls(() => api);

interface Kept {
  email: string;
  purpose: string;
  asked: Record<string, unknown>;
  searched: boolean;
  columns: string[];
  rows: number;
}

const named = (givenName: string, familyName: string) =>
  person({
    givenName,
    familyName,
    phone: '+49 151 7712345',
    email: 'canary@example.org',
    channels: ['email'],
  });

beforeAll(async () => {
  api = await startApi(staff);
  const ids = [
    await opened(
      opening({ externalId: 'K-1', participant: named('Aya', 'Zeder'), document: paper(3) }),
      'mara',
    ),
    await opened(opening({ externalId: '=1+1', participant: named('Aram', '@Amsel') }), 'mara'),
    await opened(
      opening({ externalId: 'K-3', participant: named('Lea', 'Meise'), document: paper(3) }),
      'jana',
    ),
  ];
  for (const id of ids)
    await post(
      id,
      'milestones',
      { ...consent('case_work', 'reminders'), note: 'Notizcanary' },
      { as: 'karl' },
    );
  await post(
    ids[0] ?? '',
    'contacts',
    { on: today, channel: 'phone', direction: 'out', reached: true },
    { as: 'karl' },
  );
});
afterAll(() => api?.close());

const every = ['externalId', 'phase', 'due', 'flags', 'modules', 'contact', 'language', 'commune', 'coach'];
const exported = (body: object, as = 'karl'): Promise<Answer> =>
  api.call('POST', '/api/v1/exports', {
    as,
    body: { purpose: 'report', filter: {}, sort: 'name', columns: every, ...body },
  });
const linesOf = ({ text }: Answer): string[] => text.replace('\uFEFF', '').trimEnd().split('\r\n');
const kept = async (): Promise<Kept[]> => {
  const { rows } = await api.platform.sql.query<Kept>(
    `SELECT a.email, e.purpose, e.asked, e.searched, e.columns, e.rows
       FROM access.export e JOIN access.account a ON a.id = e.account_id ORDER BY e.made_at, e.id`,
  );
  return rows;
};

describe('the list of journeys as a file', () => {
  it('holds the rows of the list in its order, as a German spreadsheet reads it, and nobody keeps it', async () => {
    const answer = await exported({});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="teilnehmende.csv"');
    const [head, ...rows] = linesOf(answer);
    expect(head).toMatch(/^Familienname;Vorname;Kennung;Phase;Nächste Frist;/);
    const { json } = await api.call('GET', '/api/v1/journeys?sort=name&limit=400', { as: 'karl' });
    const names = json.items.map(({ name }: { name: { givenName: string } }) => name.givenName);
    expect(rows.map((row) => row.split(';')[1])).toEqual(names);
  });

  it('has the columns that are shown, and no formula', async () => {
    const lines = linesOf(await exported({ columns: ['externalId'], q: 'amsel' }));
    expect(lines).toEqual(['Familienname;Vorname;Kennung', '"\t@Amsel";Aram;"\t=1+1"']);
  });

  it('holds no paper, nothing that a flag or a deadline tells of one, no contact data and no note', async () => {
    const { text } = await exported({});
    expect(text).not.toMatch(/Papier|Duldung|Aufenthalt|canary|7712345/);
    const { json } = await api.call('GET', '/api/v1/journeys?sort=name', { as: 'karl' });
    const ofPapers = json.items.filter(({ paper: has }: { paper: unknown }) => has !== null);
    expect(ofPapers.map(({ nextDue }: { nextDue: unknown }) => nextDue)).not.toContain(null);
    expect((await exported({ columns: ['paper'] })).status).toBe(422);
  });

  it('shows a coach of a colleague’s people what she sees of them', async () => {
    const lines = linesOf(await exported({ columns: ['commune', 'language', 'coach'] }, 'mara'));
    const cells = lines.map((line) => line.split(';'));
    expect(cells.find(([family]) => family === 'Meise')?.[3]).toBe('');
    expect(cells.find(([family]) => family === 'Zeder')?.[3]).not.toBe('');
    expect(linesOf(await exported({ filter: { coach: 'me' } }, 'mara'))).toHaveLength(3);
  });

  it('is recorded: who, for what, by which filters and how many, and nobody who was searched for', async () => {
    const before = await kept();
    const filter = { open: 'all', coach: 'mara@example.org' };
    await exported({ purpose: 'case_conference', filter, q: 'Zeder', columns: ['phase'] });
    const all = await kept();
    expect(all).toHaveLength(before.length + 1);
    const last = all.at(-1);
    expect(last).toMatchObject({
      email: 'karl@example.org',
      purpose: 'case_conference',
      asked: { open: 'all', sort: 'name', coach: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      searched: true,
      columns: ['phase'],
      rows: 1,
    });
    expect(JSON.stringify(last)).not.toMatch(/Zeder|mara@/);
  });

  it('asks what it is for, and an administrator gets none', async () => {
    const count = (await kept()).length;
    expect((await exported({ purpose: undefined })).status).toBe(422);
    expect((await exported({}, 'root')).status).toBe(403);
    expect(await kept()).toHaveLength(count);
  });

  it('can’t be unsaid by the application', async () => {
    await expect(api.platform.sql.query('DELETE FROM access.export')).rejects.toThrow(/permission denied/);
  });
});
