import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { newDataDir, startLotse, type Answer, type RunningLotse } from '../support/running-lotse.js';

const dataDir = newDataDir();
let lotse: RunningLotse;

beforeAll(async () => {
  lotse = await startLotse({ LOTSE_DEMO: 'on' }, dataDir);
}, 240_000);
afterAll(() => lotse.remove(), 60_000);

const passwordOn = (screen: string): string => /with the password (\S+)/.exec(screen)?.[1] ?? '';
const addresses = (): string[] =>
  [...lotse.screen().matchAll(/^ +(?:coach|coordinator|admin) +(\S+)$/gm)].map(([, each = '']) => each);

/** Signs in as the page does. */
async function signIn(email: string): Promise<{ status: number; role: string; cookie: string }> {
  const answer = await fetch(`${lotse.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: passwordOn(lotse.screen()) }),
  });
  const { role } = (await answer.json()) as { role: string };
  return { status: answer.status, role, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

const tokenOf = async (email: string): Promise<string> =>
  (await lotse.cli(['token', 'create', '--user', email])).trim();

const row = (email: string): string =>
  `Kennung;Nachname;Vorname;Geburtsdatum;Kommune;E-Mail\r\nNEU-1;Muster;Kim;01.02.2004;Alsdorf;${email}`;

async function imported(token: string, email: string): Promise<Answer> {
  const type = { 'content-type': 'text/csv' };
  const path = '/imports?basis=public_task&intoDemonstration=true';
  const { json } = await lotse.call(token, 'POST', path, row(email), type);
  let answer = await lotse.call(token, 'GET', `/imports/${json.id}`);
  await eventually(async () => {
    answer = await lotse.call(token, 'GET', `/imports/${json.id}`);
    expect(answer.json.state).toBe('done');
  }, 30_000);
  return answer;
}

describe('a fresh data directory', () => {
  it('gets a demonstration, and says who may sign in', async () => {
    expect(lotse.screen()).toContain('This is a demonstration: everybody in it is invented');
    const roles = await Promise.all(addresses().map(signIn));
    expect(roles.map(({ status, role }) => `${status} ${role}`)).toEqual([
      '200 coach',
      '200 coordinator',
      '200 admin',
    ]);
  });

  it('marks every answer', async () => {
    const paths = ['/', '/api/docs', '/api/v1/me', '/health/ready', '/nowhere'];
    const marks = await Promise.all(
      paths.map(async (path) => (await fetch(lotse.url + path)).headers.get('x-lotse-demo')),
    );
    expect(marks).toEqual(paths.map(() => 'true'));
  });

  it('reminds at least three participants by real mails to the catcher within ten minutes', async () => {
    await eventually(async () => {
      const to = lotse.mails().map(({ raw }) => /^To: (demo-\d+@example\.org)/m.exec(raw)?.[1]);
      expect(new Set(to.filter((each) => each !== undefined)).size).toBeGreaterThanOrEqual(3);
    }, 180_000);
  }, 200_000);

  it('takes nobody in but invented people, and them only when asked to', async () => {
    const token = await tokenOf('birgit.thelen@example.org');
    const type = { 'content-type': 'text/csv' };
    const refused = await lotse.call(token, 'POST', '/imports?basis=public_task', row('a@example.org'), type);
    expect([refused.status, refused.json.code]).toEqual([409, 'demonstration-instance']);
    const real = await imported(token, 'kim@stadt.de');
    expect(real.json).toMatchObject({ opened: 0, rejected: 1 });
    const invented = await imported(token, 'kim@example.org');
    expect(invented.json).toMatchObject({ opened: 1, rejected: 0 });
  });
});

describe('a demonstration that is started again', () => {
  it('goes on as it was, with the same password', async () => {
    const password = passwordOn(lotse.screen());
    await lotse.stop();
    lotse = await startLotse({ LOTSE_DEMO: '' }, dataDir);
    expect(lotse.screen()).not.toContain('is being made');
    expect(passwordOn(lotse.screen())).toBe(password);
    const token = await tokenOf('birgit.thelen@example.org');
    const { rows } = await count(token);
    expect(rows).toBe(401);
  }, 120_000);

  it('stays a sandbox when it is switched off: its people are still in there', async () => {
    await lotse.stop();
    lotse = await startLotse({ LOTSE_DEMO: 'off' }, dataDir);
    expect(lotse.screen()).not.toContain('with the password');
    const token = await tokenOf('birgit.thelen@example.org');
    const me = await lotse.call(token, 'GET', '/me');
    expect(me.headers.get('x-lotse-demo')).toBe('true');
    const type = { 'content-type': 'text/csv' };
    const refused = await lotse.call(token, 'POST', '/imports?basis=public_task', row('a@example.org'), type);
    expect(refused.json.code).toBe('demonstration-instance');
  }, 120_000);

  it('does not start with a way out for its mail or its pages, and names both sides', async () => {
    await lotse.stop();
    const smtp = { SMTP_URL: 'smtp://mail.example.org', LOTSE_MAIL_FROM: 'lotse@example.org' };
    await expect(startLotse({ LOTSE_DEMO: 'off', ...smtp }, dataDir)).rejects.toThrow(
      /holds a demonstration and SMTP_URL/,
    );
    await expect(startLotse({ LOTSE_DEMO: 'on', ...smtp }, dataDir)).rejects.toThrow(
      /LOTSE_DEMO is on and SMTP_URL/,
    );
    await expect(startLotse({ LOTSE_DEMO: 'off', LOTSE_HOST: '0.0.0.0' }, dataDir)).rejects.toThrow(
      /LOTSE_HOST is "0.0.0.0"/,
    );
  }, 60_000);
});

async function count(token: string): Promise<{ rows: number }> {
  let rows = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { json } = await lotse.call(token, 'GET', `/journeys?open=all&limit=200${more}`);
    rows += (json.items as unknown[]).length;
    cursor = json.nextCursor as string | null;
  }
  return { rows };
}
