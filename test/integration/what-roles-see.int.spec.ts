import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '../../contract/routes/index.js';
import type { RouteEntry } from '../../contract/routes/route.js';
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
  staff,
  today,
} from '../support/journey-calls.js';
import { addressOf } from '../support/route-calls.js';

let api: Api;
const { opened, post } = journeyCalls(() => api);

/** What is told to whoever sees a journey at all. */
const known = ['Vornamekanari', 'Nachnamekanari', 'KANARI-77'];
/** What is told to whoever sees it in full. */
const inFull = [
  'kanari-adresse@example.org',
  '+49 151 7700771',
  'Traegerkanari',
  'Grundkanari',
  'Ergebniskanari',
  'Zugangkanari',
  inDays(69),
];
/** What coaches write for themselves. */
const notes = [
  'Notizkanari-Einwilligung',
  'Zielkanari',
  'Schrittkanari',
  'Notizkanari-Kontakt',
  'Notizkanari-Pause',
  'Notizkanari-Unerreichbar',
  'Notizkanari-Verlängerung',
  'Notizkanari-Zurückgestellt',
  'Notizkanari-Rücknahme',
  'Notizkanari-Abschluss',
];

let ids: Record<string, string>;

beforeAll(async () => {
  api = await startApi(staff);
  ids = { ...(await fullJourney()), overlay: 'unreachable', key: 'durchstarten', n: '1' };
});
afterAll(() => api?.close());

/** A journey of Mara's with something in every field that a person fills. */
async function fullJourney(): Promise<Record<string, string>> {
  const [givenName, familyName, externalId] = known;
  const [email, phone, provider, reason, result, reasonCode, validUntil] = inFull;
  const participant = person({ givenName, familyName, email, phone, channels: ['email'] });
  const document = { ...paper(5), validUntil: inDays(5) };
  const journey = await opened(opening({ externalId, participant, document }));
  const act = async (what: string, body: object): Promise<Answer['json']> => {
    const answer = await post(journey, what, body);
    expect(answer.status).toBeLessThan(300);
    return answer.json;
  };
  const { flags } = await act('milestones', { ...consent('case_work', 'reminders'), note: notes[0] });
  const snoozed = { until: inDays(1), reason: notes[7] };
  await api.call('POST', `/api/v1/flags/${flags[0].id}/snooze`, { as: 'mara', body: snoozed });
  const [eligible, needs] = beforePlan;
  await act('milestones', { ...eligible, data: { ...eligible?.data, reasonCode } });
  await act('milestones', needs ?? {});
  await act('milestones', { ...plan, data: { ...plan.data, goals: [notes[1]], steps: [notes[2]] } });
  const { modules } = await act('modules', { module: 'F6', on: today, provider });
  const change = { state: 'active', on: today, reason, result };
  await api.call('PATCH', `/api/v1/journeys/${journey}/modules/${modules[0].id}`, {
    as: 'mara',
    body: change,
  });
  await act('contacts', { on: today, channel: 'phone', direction: 'out', reached: true, note: notes[3] });
  await act('pause', { on: today, reason: 'away', note: notes[4] });
  await act('resume', { on: today });
  const overlay = { since: today, note: notes[5] };
  await api.call('PUT', `/api/v1/journeys/${journey}/overlays/unreachable`, { as: 'mara', body: overlay });
  await act('renewal-requests', { on: today, proof: 'self_reported', note: notes[6] });
  const exam = { milestone: 'language_exam_passed', on: today, data: { level: 'B1', skills: ['oral'] } };
  const { milestones } = await act('milestones', exam);
  await act(`milestones/${milestones.at(-1).id}/withdrawal`, { reason: notes[8] });
  await act('documents', { ...paper(69), validUntil });
  const closed = await act('close', { on: today, reason: 'placed_training', note: notes[9] });
  return { journey, deadline: closed.deadlines[0].id, module: modules[0].id };
}

const reads: RouteEntry[] = Object.values(routes).filter(({ method }) => method === 'GET');

/** Everything that an account can read anywhere, as one text. */
async function everythingFor(as: string): Promise<string> {
  const searches = ['', '&q=vornamekanari', '&q=kanari-77', '&sort=name', '&language=ti', '&flagged=false'];
  const filters = ['&module=F6', `&dueBefore=${inDays(400)}`, '&coach=mara@example.org', '&sort=severity'];
  const paths = [
    ...reads.flatMap((entry) => {
      const [path = ''] = addressOf(entry, ids).split('?');
      return entry.query && 'limit' in entry.query.shape ? [path, `${path}?limit=200`] : [path];
    }),
    ...[...searches, ...filters].map((more) => `/api/v1/journeys?limit=200&open=all${more}`),
    `/api/v1/journeys/${ids['journey']}?asOf=${encodeURIComponent(new Date().toISOString())}`,
  ];
  const answers = [];
  for (const path of paths) answers.push((await api.call('GET', path, { as })).text);
  return answers.join('\n');
}

const seenIn = (text: string, canaries: readonly string[]): string[] =>
  canaries.filter((canary) => text.includes(canary));

describe('of somebody else’s participant', () => {
  it.each([
    ['mara', 'her coach, everything', [...known, ...inFull, ...notes]],
    ['karl', 'a coordinator in scope, everything but notes', [...known, ...inFull]],
    ['jana', 'a colleague in her commune, who she is', known],
    ['olga', 'a coordinator out of scope, nothing', []],
    ['root', 'an administrator, nothing', []],
  ])('%s sees, as %s', async (as, _, sees) => {
    expect(seenIn(await everythingFor(as), [...known, ...inFull, ...notes])).toEqual(sees);
  });

  it('a colleague gets the six fields of a reduced journey, in lists as alone', async () => {
    const { items } = (await api.call('GET', '/api/v1/journeys?open=all', { as: 'jana' })).json;
    const alone = (await api.call('GET', `/api/v1/journeys/${ids['journey']}`, { as: 'jana' })).json;
    expect(items).toEqual([alone]);
    expect(Object.keys(alone).toSorted()).toEqual(['coach', 'commune', 'externalId', 'id', 'name', 'phase']);
  });

  it.each(['deadlines', 'tasks', 'flags'])('a colleague’s list of %s holds nothing', async (list) => {
    const own = await opened(opening({ commune: 'stolberg', document: paper(3) }));
    await post(own, 'milestones', consent('case_work'));
    await post(own, 'consent-withdrawals', { on: today });
    const journeysIn = async (as: string): Promise<Set<string>> => {
      const { items } = (await api.call('GET', `/api/v1/${list}?limit=200`, { as })).json;
      return new Set(items.map(({ journey }: { journey: { id: string } }) => journey.id));
    };
    expect(await journeysIn('mara')).toContain(own);
    expect(await journeysIn('karl')).toContain(own);
    for (const as of ['jana', 'olga']) expect(await journeysIn(as)).toEqual(new Set());
  });
});
