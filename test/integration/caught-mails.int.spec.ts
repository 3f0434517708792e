import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffMailEvent } from '../../domain/staff-mail/events.js';
import { AccountStreams } from '../../src/staff-mail/account-stream.js';
import { startApi, codes, type Answer, type Api } from '../support/api.js';
import { plainMail, startCatching } from '../support/caught-mails.js';
import { consent, journeyCalls, opening, paper, person, seen, staff } from '../support/journey-calls.js';

const catcher = startCatching();
let api: Api;
const { opened, post } = journeyCalls(() => api);

/** Mails about a journey of Mara's, of Jana's, of nobody's and of another commune; to Mara; of nobody we know. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi(staff, catcher.env);
  ids['maras'] = await mailAbout('eschweiler', 'mara', 1);
  ids['janas'] = await mailAbout('eschweiler', 'jana', 2);
  ids['nobodys'] = await mailAbout('eschweiler', 'karl', 3);
  ids['monschaus'] = await mailAbout('monschau', 'olga', 4);
  ids['toMara'] = await mailTo('mara', 5);
  ids['unknown'] = await catcher.keep('somebody', plainMail('To mara@example.org'), 6);
});
afterAll(async () => {
  await api?.close();
  catcher.remove();
});

/** A mail to a participant whose paper expires. */
async function mailAbout(commune: string, as: string, second: number): Promise<string> {
  const participant = person({ email: 'merhawi@example.org', channels: ['email'] });
  const id = await opened(opening({ commune, participant, document: paper(60) }), as);
  await post(id, 'milestones', consent('case_work', 'reminders'), { as: 'karl' });
  const { json } = await api.call('GET', `/api/v1/journeys/${id}/messages`, { as: 'karl' });
  const { key } = json.items.find(({ to }: { to: string }) => to === 'participant');
  return catcher.keep(key, plainMail(`Bitte anrufen, ${as}`), second);
}

/** A mail to an account, as the log knows it. */
async function mailTo(name: string, second: number): Promise<string> {
  const { sql, clock, generation } = api.platform;
  const { rows } = await sql.query('SELECT id FROM access.account WHERE email = $1', [`${name}@example.org`]);
  const account = rows[0].id as string;
  const mail = `staff-mail-to-${name}`;
  const event: StaffMailEvent = {
    type: 'StaffMailSending',
    plain: { account, mail, kind: 'morning', day: '2026-11-23', notices: ['n1'], attempt: 1 },
  };
  await new AccountStreams(sql, clock).run(account, () => [event], { generation: await generation() });
  return catcher.keep(mail, plainMail(`Guten Morgen, ${name}`), second);
}

const list = (as: string, query = ''): Promise<Answer> =>
  api.call('GET', `/api/v1/caught-mails${query}`, { as });
const show = (as: string, id: string): Promise<Answer> =>
  api.call('GET', `/api/v1/caught-mails/${encodeURIComponent(id)}`, { as });
const idsIn = ({ json }: Answer): string[] => json.items.map(({ id }: { id: string }) => id);
const named = (...names: string[]): (string | undefined)[] => names.map((name) => ids[name]);

describe('the list of caught mails', () => {
  it('has every one for a coordinator of the whole region, the newest first', async () => {
    const answer = await list('karl');
    expect(idsIn(answer)).toEqual(named('unknown', 'toMara', 'monschaus', 'nobodys', 'janas', 'maras'));
    expect(answer.json.items.at(-1)).toEqual({
      id: ids['maras'],
      to: 'merhawi@example.org',
      subject: 'Bitte anrufen, mara',
      sentAt: '2026-11-23T08:00:00.000Z',
      size: expect.any(Number),
    });
  });

  it('has for a coach the mails to her, and those about journeys that she sees in full', async () => {
    expect(idsIn(await list('mara'))).toEqual(named('toMara', 'nobodys', 'maras'));
    expect(idsIn(await list('jana'))).toEqual(named('nobodys', 'janas'));
  });

  it('has for a coordinator of some communes those of her communes, and for an administrator none', async () => {
    expect(idsIn(await list('olga'))).toEqual(named('monschaus'));
    expect((await list('root')).status).toBe(403);
  });

  it('comes in pages that miss nothing, also where a mail arrives between them', async () => {
    const first = await list('karl', '?limit=4');
    const late = await catcher.keep('late', plainMail('late'), 100);
    const second = await list('karl', `?limit=4&cursor=${first.json.nextCursor}`);
    expect([...idsIn(first), ...idsIn(second)]).toEqual(
      named('unknown', 'toMara', 'monschaus', 'nobodys', 'janas', 'maras'),
    );
    expect(second.json.nextCursor).toBeNull();
    expect(idsIn(await list('karl', '?limit=1'))).toEqual([late]);
    const own = await list('mara', '?limit=2');
    expect(idsIn(await list('mara', `?limit=2&cursor=${own.json.nextCursor}`))).toEqual(named('maras'));
  });

  it('refuses what is no page of it, after asking who calls', async () => {
    const wrong = await list('karl', '?limit=0&cursor=x&to=a@example.org');
    expect(wrong.status).toBe(422);
    expect(Object.keys(codes(wrong)).toSorted()).toEqual(['/limit', '/to']);
    expect(codes(await list('karl', '?cursor=x'))).toEqual({ '/cursor': 'invalid-cursor' });
    expect((await list('root', '?limit=0')).status).toBe(403);
  });
});

describe('a caught mail', () => {
  it('is shown as text', async () => {
    expect((await show('mara', ids['maras'] ?? '')).json).toEqual({
      id: ids['maras'],
      to: 'merhawi@example.org',
      from: 'Jana <lotse@localhost>',
      subject: 'Bitte anrufen, mara',
      sentAt: '2026-11-23T08:00:00.000Z',
      size: expect.any(Number),
      text: 'Bitte rufen Sie mich an.',
      parts: [{ text: 'Bitte rufen Sie mich an.' }],
    });
  });

  it('does not exist for whoever may not see it, whatever address stands in it', async () => {
    for (const [as, name] of [
      ['mara', 'janas'],
      ['mara', 'monschaus'],
      ['mara', 'unknown'],
      ['jana', 'toMara'],
      ['olga', 'maras'],
    ] as const) {
      const answer = await show(as, ids[name] ?? '');
      expect([as, name, seen(answer)]).toEqual([as, name, { status: 404, code: 'not-found' }]);
      expect(answer.text).not.toContain('merhawi');
    }
    expect((await show('root', ids['maras'] ?? '')).status).toBe(403);
  });

  it('with a very long message id is found too', async () => {
    const id = await catcher.keep('x'.repeat(185));
    expect((await show('karl', id)).json.id).toBe(id);
  });

  it.each([
    '../run.json',
    '..%2f..%2fetc%2fpasswd',
    '../mail/x.1',
    '.x.1',
    'x',
    'x.1/../x.1',
    'x.1\0',
    'x.01',
  ])('is never a file elsewhere: %j', async (id) => {
    expect((await show('karl', id)).status).toBe(404);
    expect((await api.call('GET', `/api/v1/caught-mails/${id}`, { as: 'karl' })).status).toBe(404);
  });

  it('leaves no trace in the log: neither its id nor whom it is for', () => {
    const told = JSON.stringify(api.lines);
    expect(told).toContain('/api/v1/caught-mails/:id');
    expect(told).not.toMatch(/example\.org|@localhost/);
  });
});

describe('without the mail catcher', () => {
  it('there are no caught mails, for whoever might see them', async () => {
    const other = await startApi(staff, {});
    try {
      for (const path of ['', `/${ids['maras']}`]) {
        const ask = (as: string) => other.call('GET', `/api/v1/caught-mails${path}`, { as });
        expect(seen(await ask('karl'))).toEqual({ status: 404, code: 'no-mail-catcher' });
        expect((await ask('root')).status).toBe(403);
      }
    } finally {
      await other.close();
    }
  });
});
