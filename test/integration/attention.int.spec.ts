import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Api } from '../support/api.js';
import {
  beforePlan,
  consent,
  inDays,
  journeyCalls,
  opening,
  paper,
  person,
  plan,
  seen,
  staff,
  today,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

const rules = ({ json }: Answer): string[] => json.flags.map(({ rule }: { rule: string }) => rule);
const call = (method: string, path: string, body?: object, as = 'mara') =>
  api.call(method, `/api/v1${path}`, { as, ...(body && { body }) });
/** An event of a journey, by its id. */
const eventOf = async (journey: string, event: string) =>
  (await get(`/journeys/${journey}/events?limit=200`)).json.items.find(
    ({ id }: { id: string }) => id === event,
  );
const milestone = (key: string, daysAgo: number, data: object) => ({
  milestone: key,
  on: inDays(-daysAgo),
  data,
});
const [eligible, needs] = beforePlan.map(({ data }) => data);

/** What raises a flag, and the act that clears it; days are back-dated, so that no clock has to pass. */
const flags: Record<
  string,
  { facts: (id: string) => Promise<unknown>; clears: (id: string) => Promise<Answer> }
> = {
  no_contact: {
    facts: () => Promise.resolve(),
    clears: (id) =>
      post(id, 'contacts', {
        on: today,
        channel: 'phone',
        direction: 'out',
        reached: true,
        topics: ['family'],
      }),
  },
  consent_missing: {
    facts: () => Promise.resolve(),
    clears: (id) => post(id, 'milestones', consent('case_work')),
  },
  no_document_date: {
    facts: async (id) => {
      await post(id, 'milestones', { ...consent('case_work'), on: inDays(-60) });
      await post(id, 'milestones', milestone('eligibility_checked', 40, eligible ?? {}));
    },
    clears: (id) => post(id, 'documents', paper(200)),
  },
  document_expiring_unhandled: {
    facts: (id) => post(id, 'documents', paper(5)),
    clears: (id) => post(id, 'renewal-requests', { on: today, proof: 'receipt_seen' }),
  },
  document_expired: {
    facts: (id) => post(id, 'documents', paper(-3)),
    clears: (id) => post(id, 'documents', paper(100)),
  },
  departure_running: {
    facts: (id) => post(id, 'documents', { kind: 'border_crossing_certificate', validUntil: inDays(20) }),
    clears: (id) => post(id, 'documents', paper(100)),
  },
  assessment_overdue: {
    facts: async (id) => {
      await post(id, 'milestones', { ...consent('case_work'), on: inDays(-90) });
      await post(id, 'milestones', milestone('eligibility_checked', 60, eligible ?? {}));
    },
    clears: (id) => post(id, 'milestones', milestone('needs_assessed', 1, needs ?? {})),
  },
  plan_overdue: {
    facts: async (id) => {
      await post(id, 'milestones', { ...consent('case_work'), on: inDays(-90) });
      await post(id, 'milestones', milestone('eligibility_checked', 88, eligible ?? {}));
      await post(id, 'milestones', milestone('needs_assessed', 80, needs ?? {}));
    },
    clears: (id) => post(id, 'milestones', plan),
  },
};

describe('a flag', () => {
  it.each(Object.entries(flags))(
    '%s is raised by its facts and cleared by its act',
    async (rule, { facts, clears }) => {
      const id = await opened(opening({ firstContactOn: inDays(-100) }));
      await facts(id);
      const raised = await get(`/journeys/${id}`);
      expect(rules(raised)).toContain(rule);
      const listed = (await get('/flags?limit=200')).json.items;
      expect(listed).toContainEqual(
        expect.objectContaining({
          rule,
          journey: expect.objectContaining({ id }),
          suggestion: expect.any(String),
        }),
      );
      const { because } = raised.json.flags.find((flag: { rule: string }) => flag.rule === rule);
      expect(await eventOf(id, because)).toMatchObject({ actor: { kind: 'person' } });
      const foreign = (await get('/flags?limit=200', 'olga')).json.items;
      expect(foreign).toEqual([]);
      const cleared = await clears(id);
      expect(cleared.status).toBe(201);
      expect(rules(cleared)).not.toContain(rule);
      const after = (await get('/flags?limit=200')).json.items as { rule: string; journey: { id: string } }[];
      expect(after.filter((flag) => flag.journey.id === id && flag.rule === rule)).toEqual([]);
    },
  );

  it('same_phase_too_long is raised after a year in support and cleared by a placement', async () => {
    const id = await opened(opening({ firstContactOn: inDays(-600) }));
    await post(id, 'milestones', { ...consent('case_work'), on: inDays(-590) });
    await post(id, 'milestones', milestone('eligibility_checked', 580, eligible ?? {}));
    await post(id, 'milestones', milestone('needs_assessed', 570, needs ?? {}));
    await post(id, 'milestones', { ...plan, on: inDays(-560) });
    const proposed = await post(id, 'modules', { module: 'F4', on: inDays(-550) });
    const { id: module } = proposed.json.modules[0];
    const begun = await call('PATCH', `/journeys/${id}/modules/${module}`, {
      state: 'active',
      on: inDays(-550),
    });
    expect(rules(begun)).toContain('same_phase_too_long');
    expect(rules(await post(id, 'milestones', milestone('job_started', 1, {})))).not.toContain(
      'same_phase_too_long',
    );
  });

  it('is what a coordinator reminds the coach of, once a day; she finds that in what is to be done today', async () => {
    const id = await opened(opening({ document: paper(20) }));
    const [flag] = (await get(`/journeys/${id}`)).json.flags;
    const path = `/flags/${flag.id}/reminders`;
    const listed = async (as: string) =>
      (await get('/flags?limit=200', as)).json.items.find(({ id: one }: { id: string }) => one === flag.id);
    const keys = ({ actions }: { actions: { key: string }[] }) => actions.map(({ key }) => key);
    expect(keys(await listed('karl'))).toEqual(
      expect.arrayContaining([`flag.remind.${flag.id}`, 'journey.coach']),
    );
    expect(keys(await listed('mara'))).not.toContain(`flag.remind.${flag.id}`);
    expect(keys(await listed('mara'))).not.toContain('journey.coach');
    // to whom it can be given the journey's own acts say, not each row of the list
    const giving = ({ key }: { key: string }) => key === 'journey.coach';
    expect((await listed('karl')).actions.find(giving).needs[0]).not.toHaveProperty('options');
    const { possible } = (await get(`/journeys/${id}/acts`, 'karl')).json;
    expect(possible.find(giving).needs[0].options.length).toBeGreaterThan(0);

    expect((await call('POST', path)).status).toBe(403);
    const reminded = await call('POST', path, undefined, 'karl');
    expect(reminded).toMatchObject({
      status: 200,
      json: { flags: [{ id: flag.id, remindedAt: expect.any(String) }] },
    });
    const again = await call('POST', path, undefined, 'karl');
    expect(again).toMatchObject({ status: 200, json: { version: reminded.json.version } });
    expect(again.json.flags).toEqual(reminded.json.flags);
    const told = await listed('karl');
    expect(told.remindedAt).toBe(reminded.json.flags[0].remindedAt);
    expect(keys(told)).not.toContain(`flag.remind.${flag.id}`);

    const { groups } = (await get(`/today?for=${id}`)).json as {
      groups: { key: string; items: { id: string; text?: string }[] }[];
    };
    const group = groups.find(({ items }) => items.some((item) => item.id === flag.id));
    expect(group?.key).toBe('due_today');
    expect(group?.items.find((item) => item.id === flag.id)?.text).toMatch(
      /^Die Koordination hat am .* daran erinnert\.$/,
    );
  });

  it('is not what a coach is reminded of who is not there, nor while it is put aside', async () => {
    const id = await opened(opening({ document: paper(20) }));
    const [flag] = (await get(`/journeys/${id}`)).json.flags;
    const remind = () => call('POST', `/flags/${flag.id}/reminders`, undefined, 'karl');
    await call('POST', `/flags/${flag.id}/snooze`, { until: inDays(2), reason: 'Gespräch morgen' });
    expect(seen(await remind())).toEqual({ status: 409, code: 'flag-snoozed' });
    await call('DELETE', `/flags/${flag.id}/snooze`);
    await call('PUT', `/journeys/${id}/coach`, { coach: null }, 'karl');
    const refused = await remind();
    expect(seen(refused)).toEqual({ status: 409, code: 'not-yet-possible' });
    expect(refused.json.missing).toMatchObject([{ code: 'coach-missing', who: 'coordinator' }]);
  });

  it('is put aside for a while, with a reason, not for long where it is grave', async () => {
    const id = await opened(opening({ document: paper(3) }));
    const [flag] = (await get(`/journeys/${id}`)).json.flags;
    const snooze = (days: number) =>
      call('POST', `/flags/${flag.id}/snooze`, { until: inDays(days), reason: 'Gespräch morgen' });
    expect((await snooze(3)).status).toBe(422);
    expect((await snooze(2)).json.flags).toMatchObject([{ id: flag.id, snoozedUntil: inDays(2) }]);
    expect((await call('POST', `/flags/${randomUUID()}/snooze`, { until: today, reason: 'x' })).status).toBe(
      404,
    );
  });

  it('sorts and filters the list of journeys, but never tells of a colleague’s', async () => {
    const id = await opened(opening({ commune: 'stolberg', document: paper(3) }));
    const ids = async (query: string, as = 'mara') =>
      (await get(`/journeys?limit=200&${query}`, as)).json.items.map((item: { id: string }) => item.id);
    expect((await ids('sort=severity&commune=stolberg'))[0]).toBe(id);
    expect(await ids('flagged=true&commune=stolberg')).toContain(id);
    expect(await ids('flagged=false&commune=stolberg')).not.toContain(id);
    const own = await opened(opening({ document: paper(3) }));
    expect(await ids('commune=eschweiler', 'jana')).toContain(own);
    expect(await ids('flagged=true&commune=eschweiler', 'jana')).not.toContain(own);
    expect(await ids('flagged=false&commune=eschweiler', 'jana')).not.toContain(own);
    expect(await ids('module=F1')).not.toContain(own);
    await post(own, 'milestones', consent('case_work'));
    await post(own, 'modules', { module: 'F1', on: today });
    expect(await ids('module=F1')).toEqual([own]);
  });
});

describe('a border crossing certificate', () => {
  it('cancels every message to the participant at once, and stays a crisis until a person has verified', async () => {
    const participant = person({ email: 'm@example.org', channels: ['email'] });
    const id = await opened(opening({ participant, document: paper(70) }));
    await post(id, 'milestones', consent('case_work', 'reminders'));
    const planned = async () =>
      (await get(`/journeys/${id}/messages`)).json.items.filter(
        ({ to, state }: { to: string; state: string }) => to === 'participant' && state === 'planned',
      );
    expect((await planned()).length).toBeGreaterThan(0);
    const certificate = { kind: 'border_crossing_certificate', validUntil: inDays(20) };
    const answer = await post(id, 'documents', certificate);
    expect(answer.json.overlays).toEqual(['status_crisis']);
    expect(rules(answer)).toEqual(['departure_running']);
    expect(await planned()).toEqual([]);
    const { items } = (await get(`/journeys/${id}/events?limit=200`)).json;
    const recorded = items.findLast(({ type }: { type: string }) => type === 'DocumentRecorded');
    const sameCommand = items.filter(
      ({ commandId }: { commandId: string }) => commandId === recorded.commandId,
    );
    expect(sameCommand.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['DocumentRecorded', 'FlagRaised', 'AgendaChanged']),
    );
    const deadline = answer.json.deadlines.find(
      ({ rule }: { rule: string }) => rule === 'departure_deadline',
    );
    const verified = await call('PUT', `/deadlines/${deadline.id}/verification`, { on: today });
    expect(verified).toMatchObject({ status: 200, json: { flags: [], overlays: ['status_crisis'] } });
    expect(verified.json.deadlines).toContainEqual(
      expect.objectContaining({ id: deadline.id, verified: true }),
    );
  });
});

describe('a task', () => {
  it('comes with its reason, is done by a person, and is gone with its reason', async () => {
    const id = await opened(opening());
    await post(id, 'milestones', consent('case_work'));
    const withdrawn = await post(id, 'consent-withdrawals', { on: today, purposes: ['case_work'] });
    expect(withdrawn).toMatchObject({
      status: 201,
      json: { overlays: ['consent_withdrawn'], tasks: [{ kind: 'consent_withdrawn', state: 'open' }] },
    });
    const [task] = withdrawn.json.tasks;
    expect((await get('/tasks?state=open')).json.items).toContainEqual(expect.objectContaining(task));
    expect(await eventOf(id, task.because)).toMatchObject({ type: 'ConsentWithdrawn' });
    const done = await call('POST', `/tasks/${task.id}/done`, { on: today });
    expect(done).toMatchObject({ status: 200, json: { tasks: [{ id: task.id, state: 'done' }] } });
    const other = await opened(opening());
    await post(other, 'milestones', consent('case_work'));
    await post(other, 'consent-withdrawals', { on: today });
    const again = await post(other, 'milestones', consent('case_work'));
    expect(again.json).toMatchObject({ overlays: [], tasks: [{ state: 'gone' }] });
  });
});
