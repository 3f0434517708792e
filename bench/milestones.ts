import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Journey } from '../contract/journeys/journey.js';
import { addDays } from '../domain/deadlines/day-arithmetic.js';
import { berlinDay } from '../domain/deadlines/berlin.js';
import { Caller, type Answer } from './support/http.js';
import { startMeasured } from './support/lotse.js';
import { importPeople, inventedRegister } from './support/people.js';
import { atSteadyRate, percentile } from './support/steady-rate.js';

const journeys = 1000;
const rate = Number(process.argv[2] ?? 100);
const seconds = Number(process.argv[3] ?? 30);
const today = berlinDay(new Date().toISOString());

const round = [
  {
    milestone: 'eligibility_checked',
    on: today,
    data: { result: 'eligible', statusKind: 'toleration_60a', livesInStateFacility: false },
  },
  {
    milestone: 'needs_assessed',
    on: today,
    data: { topics: ['language', 'work'], germanLevel: 'A2', schoolingYears: '5-8' },
  },
  {
    milestone: 'plan_agreed',
    on: today,
    data: { goals: ['Ausbildung'], steps: ['B1'], nextReviewOn: addDays(today, 90), agreedOn: today },
  },
];
const lotse = await startMeasured();
const caller = new Caller(lotse.run.url, lotse.token);
const db = new pg.Pool({ connectionString: lotse.run.databaseAdminUrl });
const dirty = async () =>
  (await db.query('SELECT count(*)::int AS n FROM rm.journey WHERE armed_version < stream_version')).rows[0]
    .n;
try {
  const began = performance.now();
  const ids = await importPeople(caller, inventedRegister(journeys, today));
  console.log('imported', ids.length, ((performance.now() - began) / 1000).toFixed(1), 's');
  while (await dirty()) await wait(500);
  console.log('armed', ((performance.now() - began) / 1000).toFixed(1), 's');
  await wait(3000);
  const answered = await atSteadyRate<Answer>(rate, seconds, (index) => {
    const step = round[Math.floor(index / journeys)];
    return caller.call('POST', `/journeys/${ids[index % journeys]}/milestones`, step);
  });
  const t = performance.now();
  const n = await dirty();
  while (await dirty()) await wait(200);
  console.log('dirty after', n, 'idle after', ((performance.now() - t) / 1000).toFixed(1), 's');
  const ms = answered.map(({ ms }) => ms);
  const bad = answered.filter(({ answer }) => answer.status !== 201);
  console.log('not 201:', bad.length, bad[0]?.answer.body);
  console.log(
    'p50',
    percentile(ms, 0.5).toFixed(1),
    'p90',
    percentile(ms, 0.9).toFixed(1),
    'p99',
    percentile(ms, 0.99).toFixed(1),
    'max',
    Math.max(...ms).toFixed(1),
  );
  const last = JSON.parse(answered.at(-1)!.answer.body) as Journey;
  console.log(JSON.stringify(last.deadlines).slice(0, 300), answered.at(-1)!.answer.body.length);
} finally {
  caller.close();
  await db.end();
  await lotse.remove();
}
