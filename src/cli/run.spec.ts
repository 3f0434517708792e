import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lotse } from '../../test/support/test-terminal.js';

const journey = { id: 'j1', externalId: 'AC-1', name: { givenName: 'Aram', familyName: 'Murad' } };
const item = { ...journey, version: 1, phase: 'intake', commune: 'stolberg', coach: null, nextDue: null };
const counts = { rows: 2, opened: 1, updated: 0, unchanged: 0, rejected: 1 };
const error = {
  column: 'Geburtsdatum',
  found: '31.02.2003',
  expected: 'TT.MM.JJJJ',
  code: 'impossible-date',
  message: 'Dieses Datum gibt es nicht.',
};
const warning = { code: 'unknown-coach', message: 'Kein Zugang.', column: 'Coach', found: 'a@example.org' };
const done = {
  state: 'done',
  ...counts,
  outcomes: [
    { line: 2, outcome: 'opened', journeyId: 'j1', warnings: [warning] },
    { line: 3, outcome: 'rejected', errors: [error] },
  ],
};

/** A server that answers as Lotse would; what it was asked stands in `asked`. */
let server: Server;
let dir: string;
let env: Record<string, string>;
let file: string;
const asked: { call: string; body: string; token: string | undefined }[] = [];
let answers: Record<string, { status?: number; body: unknown }[]>;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
  file = join(dir, 'register.csv');
  writeFileSync(file, 'Kennung;Nachname\n');
  server = createServer((request, response) => {
    const chunks: string[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    request.on('end', () => {
      const body = chunks.join('');
      const call = `${request.method} ${request.url}`;
      asked.push({ call, body, token: request.headers.authorization });
      const left = answers[call] ?? [];
      const { status = 200, body: answer } = (left.length > 1 ? left.shift() : left[0]) ?? {
        status: 500,
        body: '',
      };
      response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = { LOTSE_DATA_DIR: dir, LOTSE_URL: url, LOTSE_TOKEN: 'lotse_x' };
});
beforeEach(() => {
  asked.length = 0;
  answers = {};
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true });
});

describe('the command line', () => {
  it.each([
    [[]],
    [['import']],
    [['import', 'x.csv']],
    [['journeys', '--wrong']],
    [['user']],
    [['backup', 'x']],
    [['restore', 'x']],
    [['nonsense']],
  ])('ends with 2 for wrong usage: %j', async (args) => {
    const { code, out, err } = await lotse(args, env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it.each([
    ['import', 'x.csv', '--basis', 'consent'],
    ['record', 'AC-1', 'plan_agreed', '--on', '2026-02-30'],
    ['record', 'AC-1', 'plan_agreed', '--data', '[1]'],
    ['user', 'add', '--email', 'a@example.org', '--role', 'coach', '--commune', 'alsdorf,,'],
  ])('refuses a value that can not be meant: %s %s %s %s', async (...args) => {
    const { code, err } = await lotse(args, env);
    expect(code).toBe(2);
    expect(err).toMatch(/xpected|Allowed choices/);
  });

  it.each([
    [['--help']],
    [['import', '--help']],
    [['user', 'add', '--help']],
    [['token', 'create', '--help']],
  ])('explains itself: %j', async (args) => {
    const { code, out } = await lotse(args, env);
    expect(code).toBe(0);
    expect(out).toContain('Usage: lotse');
  });

  it('prints the two commands that lead to a token where there is none', async () => {
    const { code, err } = await lotse(['journeys'], { LOTSE_DATA_DIR: dir });
    expect(code).toBe(1);
    expect(err).toContain('user add --email');
    expect(err).toContain('token create --user');
  });

  it('acts as the saved token where LOTSE_TOKEN is not set', async () => {
    answers['GET /api/v1/journeys?limit=200'] = [{ body: { items: [], nextCursor: null } }];
    writeFileSync(join(dir, 'token'), 'lotse_saved\n');
    await lotse(['journeys'], { LOTSE_DATA_DIR: dir, LOTSE_URL: env['LOTSE_URL'] ?? '' });
    rmSync(join(dir, 'token'));
    expect(asked[0]?.token).toBe('Bearer lotse_saved');
  });

  it('says to start Lotse where none runs, be it for the API or for the database', async () => {
    const nowhere = { ...env, LOTSE_URL: 'http://127.0.0.1:9' };
    expect(await lotse(['journeys'], nowhere)).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm start'),
    });
    const add = ['user', 'add', '--email', 'a@example.org', '--role', 'admin'];
    expect(await lotse(add, env)).toMatchObject({ code: 1, err: expect.stringContaining('npm start') });
    expect(await lotse(['journeys'], { ...env, LOTSE_URL: 'lotse' })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^LOTSE_URL got "lotse"; it takes a URL/),
    });
  });

  it('shows nothing of a token that can not be one', async () => {
    const { code, err } = await lotse(['journeys'], { ...env, LOTSE_TOKEN: 'two words' });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'LOTSE_TOKEN got a value that is not shown; it takes a token as `token create` prints it.\n',
    });
  });

  it('saves no token in a directory that is not Lotse’s', async () => {
    const { code, err } = await lotse(['token', 'create', '--user', 'a@example.org', '--save'], env);
    expect(code).toBe(1);
    expect(err).toContain('LOTSE_TOKEN');
  });

  it('shows a refusal in lines, with what has to come first', async () => {
    answers['GET /api/v1/journeys?open=all&limit=200'] = [{ body: { items: [item], nextCursor: null } }];
    const missing = [{ code: 'case_work', text: 'Consent first.', who: 'coach' }];
    const problem = { title: 'Not yet', code: 'not-yet-possible', missing };
    answers['POST /api/v1/journeys/j1/milestones'] = [{ status: 409, body: problem }];
    const { code, err } = await lotse(['record', 'ac-1', 'plan_agreed', '--on', '2026-11-01'], env);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'Not yet (not-yet-possible).\n  Consent first. (coach)\n',
    });
  });

  it('tells an answer that is not Lotse’s from a refusal', async () => {
    answers['GET /api/v1/journeys?limit=200'] = [{ status: 502, body: '<html>Bad gateway</html>' }];
    expect((await lotse(['journeys'], env)).err).toContain('status 502');
  });
});

describe('journeys on the command line', () => {
  it('are listed page after page', async () => {
    const next = {
      ...item,
      id: 'j2',
      externalId: 'AC-2',
      nextDue: { day: '2027-02-01', rule: 'r' },
      flags: ['no_contact'],
    };
    answers['GET /api/v1/journeys?limit=200'] = [{ body: { items: [item], nextCursor: 'a+b' } }];
    answers['GET /api/v1/journeys?limit=200&cursor=a%2Bb'] = [{ body: { items: [next], nextCursor: null } }];
    const { out } = await lotse(['journeys'], env);
    expect(out.split('\n')).toEqual([
      'Kennung  Name        Phase   Commune   Coach  Next due    Needs attention',
      'AC-1     Aram Murad  intake  stolberg',
      'AC-2     Aram Murad  intake  stolberg         2027-02-01  no_contact',
      '',
    ]);
    expect(JSON.parse((await lotse(['journeys', '--json'], env)).out)).toEqual([item, next]);
  });

  it('are found by Kennung, whatever the letter case', async () => {
    answers['GET /api/v1/journeys?open=all&limit=200'] = [{ body: { items: [item], nextCursor: null } }];
    const reduced = { ...journey, phase: 'intake', commune: 'stolberg', coach: null };
    answers['GET /api/v1/journeys/j1'] = [{ body: reduced }];
    expect((await lotse(['journey', 'ac-1'], env)).out).toBe(
      'AC-1  Aram Murad\nintake, stolberg, no coach\n',
    );
    expect(await lotse(['journey', 'AC-9'], env)).toMatchObject({
      code: 1,
      err: expect.stringContaining('AC-9'),
    });
  });
});

describe('an import on the command line', () => {
  const command = (...more: string[]): string[] => ['import', file, '--basis', 'public_task', ...more];

  beforeEach(() => {
    const running = { ...done, state: 'running', outcomes: [] };
    answers['POST /api/v1/imports?basis=public_task'] = [{ status: 202, body: { id: 'i1' } }];
    answers['GET /api/v1/imports/i1'] = [{ body: running }, { body: done }];
  });

  it('sends the file, waits and prints counts, refused cells and warnings', async () => {
    const { code, out, drawn } = await lotse(command(), env, { isTty: true });
    expect(asked[0]).toMatchObject({ body: 'Kennung;Nachname\n', token: 'Bearer lotse_x' });
    expect(code).toBe(0);
    expect(drawn).toBe(''); // over within a second
    expect(out.split('\n')).toEqual([
      '2 rows: 1 opened, 0 updated, 0 unchanged, 1 rejected',
      '',
      'Line  Column        Found       Expected    Message',
      '3     Geburtsdatum  31.02.2003  TT.MM.JJJJ  Dieses Datum gibt es nicht.',
      '',
      '1 × unknown-coach in Coach: Kein Zugang. Line 2.',
      '',
    ]);
  });

  it('quotes no cell where nobody sits at a terminal', async () => {
    expect((await lotse(command(), env)).out).not.toContain('31.02.2003');
  });

  it('says what was taken over of edited rows, and whose journey a warning speaks of', async () => {
    const columns = ['gültig bis', 'Telefon'];
    const perhaps = { code: 'possible-duplicate', message: 'Vielleicht schon erfasst.', journeyId: 'j9' };
    const newer = { code: 'newer-in-lotse', message: 'Das bleibt.', column: 'Telefon', found: '0241' };
    const outcomes = [
      ...[2, 3].map((line) => ({ line, outcome: 'updated', journeyId: 'j1', columns })),
      { line: 4, outcome: 'opened', journeyId: 'j2', warnings: [perhaps] },
      { line: 5, outcome: 'unchanged', journeyId: 'j3', warnings: [newer] },
    ];
    const answer = { state: 'done', rows: 4, opened: 1, updated: 2, unchanged: 1, rejected: 0, outcomes };
    answers['GET /api/v1/imports/i1'] = [{ body: answer }];
    expect((await lotse(command(), env)).out.split('\n')).toEqual([
      '4 rows: 1 opened, 2 updated, 1 unchanged, 0 rejected',
      '',
      '2 × updated: gültig bis, Telefon. Lines 2, 3.',
      '',
      '1 × possible-duplicate: Vielleicht schon erfasst. Line 4 (see journey j9).',
      '1 × newer-in-lotse in Telefon: Das bleibt. Line 5.',
      '',
    ]);
  });

  it('prints the whole answer for machines', async () => {
    expect(JSON.parse((await lotse(command('--json'), env)).out)).toEqual(done);
  });

  it('says so when nothing was to be recorded, and hands on what it was told', async () => {
    const path = 'POST /api/v1/imports?basis=public_task&dryRun=true&intoDemonstration=true';
    answers[path] = [{ status: 202, body: { id: 'i1' } }];
    expect((await lotse(command('--dry-run', '--into-demo'), env)).out).toContain('nothing was recorded');
  });

  it('that broke off is an error', async () => {
    answers['GET /api/v1/imports/i1'] = [{ body: { ...done, state: 'failed' } }];
    expect(await lotse(command(), env)).toMatchObject({ code: 1, err: expect.stringContaining('broke off') });
  });

  it('of a file that can not be read names the file', async () => {
    const { code, err } = await lotse(['import', join(dir, 'none.csv'), '--basis', 'public_task'], env);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('none.csv') });
  });
});
