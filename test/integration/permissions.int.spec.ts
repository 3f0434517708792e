import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '../../contract/routes/index.js';
import type { RouteEntry } from '../../contract/routes/route.js';
import { startApi, type Answer, type Api } from '../support/api.js';
import { carryOut } from '../support/carried-out.js';
import { startCatching } from '../support/caught-mails.js';
import { staff } from '../support/journey-calls.js';
import {
  answersOf,
  callers,
  permissionTable,
  type Caller,
  type JourneyOf,
} from '../support/permission-table.js';
import { callRoute, type Ids } from '../support/route-calls.js';

/** The day of the routes' examples, whatever the day on which this runs. */
const morning = '2026-11-23T08:30:00+01:00';
const today = '2026-11-23';
const table: [string, RouteEntry][] = Object.entries(routes);

const catcher = startCatching();
let api: Api;
let importId: string;
/** An account of which nothing else is asked, and its token. */
let account: { user: string; token: string };
/** Mara's, which nobody else sees. */
let view: string;
/** Karl's, carried out a moment ago. */
let bulk: string;
/** Journeys in which nothing may happen: they are only read, and acts on them are refused. */
const untouched = new Map<JourneyOf, Ids>();

beforeAll(async () => {
  const { email, password } = routes.signIn.examples.body;
  const signsIn = { role: 'coach', communes: ['eschweiler'], password } as const;
  api = await startApi(
    { ...staff, [email.replace('@example.org', '')]: signsIn, nora: { role: 'coordinator' } },
    { ...catcher.env, LOTSE_CLOCK_OFFSET_MS: String(Date.parse(morning) - Date.now()) },
  );
  importId = (await callRoute(api, routes.startImport, {}, { as: 'karl' })).json.id;
  account = await accountOf('nora@example.org');
  await prepareOwn();
  for (const whose of ['own', 'colleagues', 'nobodys', 'foreign'] as const) {
    untouched.set(whose, await prepared(whose));
  }
});
afterAll(async () => {
  await api?.close();
  catcher.remove();
});

/** What belongs to accounts themselves. */
async function prepareOwn(): Promise<void> {
  const body = { name: 'Warteliste', filters: { moduleState: 'waitlisted' } };
  view = (await callRoute(api, routes.keepView, {}, { as: 'mara', body })).json.id;
  const participant = routes.openJourney.examples.body.participant;
  const { id } = await ok('POST', '', 'karl', { commune: 'eschweiler', participant });
  const act = { ...routes.startBulkAct.examples.body, ids: [id], dryRun: false };
  bulk = (await callRoute(api, routes.startBulkAct, {}, { as: 'karl', body: act })).json.id;
  await carryOut(api.platform, bulk);
}

const entered: Record<JourneyOf, { commune: string; as: string }> = {
  own: { commune: 'eschweiler', as: 'mara' },
  colleagues: { commune: 'eschweiler', as: 'jana' },
  nobodys: { commune: 'eschweiler', as: 'karl' },
  foreign: { commune: 'monschau', as: 'olga' },
};

/**
 * A journey in which every route finds something to act on: a deadline, a flag that is put aside, a task that is done, a
 * message that is held back, a module, records.
 */
async function prepared(whose: JourneyOf): Promise<Ids> {
  const { commune, as } = entered[whose];
  const document = { kind: 'toleration_60a', validUntil: '2026-11-27' };
  const participant = { ...routes.openJourney.examples.body.participant, familyName: 'Kanarienvogel' };
  const { id: journey } = await ok('POST', '', as, { commune, participant, document });
  const act = (what: string, body: object) => ok('POST', `/${journey}/${what}`, 'karl', body);
  await act('milestones', routes.reachMilestone.examples.body);
  const data = { result: 'not_eligible', statusKind: 'other', livesInStateFacility: false };
  await act('milestones', { milestone: 'eligibility_checked', on: today, data });
  const { tasks, flags, deadlines, milestones, modules } = await act('modules', { module: 'F6', on: today });
  const [module, flag, task, deadline] = [modules[0].id, flags[0].id, tasks[0].id, deadlines[0].id];
  const aside = await api.call('POST', `/api/v1/flags/${flag}/snooze`, {
    as: 'karl',
    body: routes.snoozeFlag.examples.body,
  });
  const done = await api.call('POST', `/api/v1/tasks/${task}/done`, { as: 'karl', body: { on: today } });
  expect([aside.status, done.status]).toEqual([200, 200]);
  const message = await messageOf(journey);
  const held = await api.call('POST', `/api/v1/messages/${message.id}/hold`, {
    as: 'karl',
    body: routes.holdMessage.examples.body,
  });
  expect(held.status).toBe(200);
  const named = {
    overlay: 'unreachable',
    kind: 'milestones',
    key: 'durchstarten',
    n: '1',
    page: 'teilnehmende',
    of: 'neu',
    name: 'none.js',
  };
  return {
    ...named,
    import: importId,
    ...account,
    view,
    bulk,
    journey,
    mail: await catcher.keep(message.key),
    message: message.id,
    module,
    flag,
    task,
    deadline,
    record: milestones[1].id,
  };
}

async function accountOf(email: string): Promise<{ user: string; token: string }> {
  const listed = async (what: 'users' | 'tokens') =>
    (await api.call('GET', `/api/v1/${what}?limit=200`, { as: 'root' })).json.items;
  const user = (await listed('users')).find((each: { email: string }) => each.email === email);
  const token = (await listed('tokens')).find(
    (each: { user: { email: string } }) => each.user.email === email,
  );
  return { user: user.id, token: token.id };
}

/** A message to the participant. */
async function messageOf(journey: string): Promise<{ id: string; key: string }> {
  const { json } = await api.call('GET', `/api/v1/journeys/${journey}/messages`, { as: 'karl' });
  return json.items.find(({ to }: { to: string }) => to === 'participant');
}

async function ok(method: string, path: string, as: string, body: object): Promise<Answer['json']> {
  const answer = await api.call(method, `/api/v1/journeys${path}`, { as, body });
  expect(answer).toMatchObject({ status: 201 });
  return answer.json;
}

/** Opening is asked into the commune in which the caller's journey lies. */
const bodyOf = (entry: RouteEntry, whose: JourneyOf): object =>
  entry.path === routes.openJourney.path && entry.method === 'POST'
    ? { body: { ...routes.openJourney.examples.body, commune: entered[whose].commune } }
    : {};

const actsOnJourney = ({ method, permission }: RouteEntry): boolean =>
  method !== 'GET' && permission !== 'public' && permission.scope === 'journey';

async function ask(entry: RouteEntry, caller: Caller, isRefused: boolean): Promise<Answer> {
  const { journey: whose, ...who } = { as: undefined, ...callers[caller] };
  const keeps = isRefused || !actsOnJourney(entry);
  const ids = (keeps ? untouched.get(whose) : undefined) ?? (await prepared(whose));
  const sent = { ...(who.as !== undefined && { as: who.as }), ...bodyOf(entry, whose) };
  return callRoute(api, entry, ids, sent);
}

/** What in an answer is not as the table promises, surplus fields included. */
const misfitsOf = ({ answer, answerType }: RouteEntry, { json, text }: Answer): unknown[] =>
  answerType === 'text/event-stream' ? [] : (answer?.safeParse(json ?? text).error?.issues ?? []);

describe('who may call a route', () => {
  it('is said of every route there is', () => {
    expect(Object.keys(permissionTable).toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it.each(table)('%s', async (name, entry) => {
    const expected = answersOf(permissionTable[name as keyof typeof routes], entry.status);
    const found: Record<string, number> = {};
    const refusals: string[] = [];
    const misfits: unknown[] = [];
    for (const caller of Object.keys(callers) as Caller[]) {
      const isRefused = expected[caller] !== entry.status;
      const answer = await ask(entry, caller, isRefused);
      found[caller] = answer.status;
      if (isRefused) refusals.push(answer.text);
      else misfits.push(...misfitsOf(entry, answer));
    }
    expect(found).toEqual(expected);
    expect(misfits).toEqual([]);
    expect(refusals.join()).not.toMatch(/Kanarienvogel|Merhawi|toleration/);
  });

  it('is kept: whoever was refused has changed nothing', async () => {
    for (const { journey } of untouched.values()) {
      const { json } = await api.call('GET', `/api/v1/journeys/${journey}`, { as: 'karl' });
      expect(json).toMatchObject({ version: 7, open: true, commune: expect.any(String) });
    }
  });

  it('is looked up anew for each request: another coach, and the first one sees it reduced', async () => {
    const { journey } = await prepared('own');
    const read = () => api.call('GET', `/api/v1/journeys/${journey}`, { as: 'mara' });
    expect((await read()).json).toHaveProperty('version');
    const path = `/api/v1/journeys/${journey}/coach`;
    await api.call('PUT', path, { as: 'karl', body: { coach: 'jana@example.org' } });
    expect((await read()).json).not.toHaveProperty('version');
  });

  it('follows the coach, wherever the journey lies', async () => {
    const { journey } = await prepared('foreign');
    const read = () => api.call('GET', `/api/v1/journeys/${journey}`, { as: 'mara' });
    expect((await read()).status).toBe(404);
    const path = `/api/v1/journeys/${journey}/coach`;
    await api.call('PUT', path, { as: 'karl', body: { coach: 'mara@example.org' } });
    expect((await read()).json).toHaveProperty('version');
    for (const sort of ['nextDue', 'name']) {
      const list = await api.call('GET', `/api/v1/journeys?commune=monschau&sort=${sort}`, { as: 'mara' });
      expect(list.json.items).toMatchObject([{ id: journey, version: expect.any(Number) }]);
    }
  });
});
