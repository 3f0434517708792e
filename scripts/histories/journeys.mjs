import { fails, heard } from './acts.mjs';

const day = 24 * 60 * 60_000;

/** Runs that began before an act could be carried out at once, and those that began since. */
const manners = [
  { name: 'journey', act: 'carryOutDue', begun: [] },
  { name: 'journey-at-once', act: 'carryOutDueAtOnce', begun: [{ actsAtOnce: true }] },
];

/**
 * Journeys with timers, news, a new phase, failures with their pauses, a continued run, closing and reopening; and one
 * whose engine is fenced off.
 */
export async function journeyTold(env, script) {
  const told = [];
  for (const manner of manners) told.push(await wholeWay(env, script, manner));
  return [...told, await fencedOff(env, script)];
}

async function wholeWay(env, script, { name, act, begun }) {
  const workflowId = `installation/${name}/whole-way`;
  let known = await standing(env, { nextDue: 3 });
  const handle = await start(env, workflowId, known, begun);
  const say = async (news, changes) => {
    known = await standing(env, { ...known, ...changes, version: known.version + 1 });
    await handle.signal(news, known);
    await heard();
  };
  const answer = async (changes) => {
    known = await standing(env, { ...known, ...changes, version: known.version + 1 });
    return known;
  };

  await say('coachAssigned', { nextDue: 3 });
  await say('paperRecorded', { nextDue: 1 }); // the timer is set anew
  await say('milestoneReached', { nextDue: 5, phase: 'in_support' }); // it fires too early, and is set again
  script.set(act, [() => answer({ nextDue: 10 }), () => answer({ nextDue: 0.5 }), fails]);
  script.set('reportPlanningFailed', [() => answer({ nextDue: 1, waitsFor: 'flag' })]);
  await env.sleep('16 days'); // two acts, then four that fail, and people are told
  script.set(act, [() => answer({ nextDue: 30 })]);
  await env.sleep('2 days');
  await say('moduleChanged', {
    nextDue: 20,
    modules: [{ module: 'F3', state: 'running' }],
    commune: 'alsdorf',
  });

  const { runId } = await handle.describe();
  for (let times = 0; times < 60 && (await handle.describe()).runId === runId; times += 1) {
    await say('agendaChanged', { nextDue: 20 + (times % 3) });
  }
  await say('journeyClosed', { nextDue: 15, open: false }); // a legal date runs on
  await say('journeyReopened', { nextDue: 10, open: true });
  if (act === 'carryOutDueAtOnce') {
    // a worker whose like have died leaves it to the act that is counted
    script.set(act, ['carefully']);
    script.set('carryOutDue', [() => answer({ nextDue: 30 })]);
  }
  await env.sleep('11 days');
  await handle.signal('journeyClosed', await answer({ nextDue: null, open: false, waitsFor: 'nothing' }));
  await heard();
  return { name, workflowId };
}

/** A run that hears a higher generation, adopts it, and ends when a still higher one has taken over. */
async function fencedOff(env, script) {
  const workflowId = 'installation/journey/fenced-off';
  const known = await standing(env, { nextDue: 2 });
  const handle = await start(env, workflowId, known);
  await handle.signal('agendaChanged', { ...known, generation: 2, version: 1 });
  script.set('carryOutDue', ['fenced']);
  await env.sleep('3 days');
  return { name: 'journey-fenced', workflowId };
}

async function standing(env, { nextDue, ...changes }) {
  const now = await env.currentTimeMs();
  return {
    journey: '00000000-0000-4000-8000-000000000001',
    generation: 1,
    version: 1,
    open: true,
    phase: 'intake',
    commune: 'stolberg',
    modules: [],
    overlays: [],
    waitsFor: 'reminder',
    ...changes,
    nextDue: nextDue === null ? null : new Date(now + nextDue * day).toISOString(),
  };
}

function start(env, workflowId, known, begun = []) {
  return env.client.workflow.signalWithStart('participantJourney', {
    workflowId,
    taskQueue: 'journeys',
    args: [known, ...begun],
    signal: 'journeyOpened',
    signalArgs: [known],
  });
}
