import { fails, heard } from './acts.mjs';

const accounts = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const due = accounts.map((account) => ({ account, kind: 'morning' }));

/** Mornings with mail and without, one that fails, what is urgent, a continued run, and the end by a newer generation. */
export async function staffMailTold(env, script) {
  const workflowId = 'installation/staff-mail';
  const tomorrow = async () => new Date((await env.currentTimeMs()) + 24 * 60 * 60_000).toISOString();
  script.set('dueAccounts', [due, [], fails, due, []]);
  script.set('sendStaffMail', ['done', fails, 'done']);
  script.set('nextStaffMail', [tomorrow]);
  const handle = await env.client.workflow.signalWithStart('staffMail', {
    workflowId,
    taskQueue: 'journeys',
    args: [{ generation: 1 }],
    signal: 'noticesUrgent',
    signalArgs: [{ generation: 1 }],
  });
  await env.sleep('5 days');
  const { runId } = await handle.describe();
  while ((await handle.describe()).runId === runId) {
    await handle.signal('noticesUrgent', { generation: 2 });
    await heard();
  }
  script.set('dueAccounts', ['fenced']);
  await env.sleep('2 days');
  return [{ name: 'staff-mail', workflowId }];
}
