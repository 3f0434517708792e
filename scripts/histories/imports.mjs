import { fails, failsForGood } from './acts.mjs';

/** An import of three parts, one of them tried twice; and one that is given up. */
export async function importTold(env, script) {
  const run = async (name) => {
    const workflowId = `installation/import/${name}`;
    const handle = await env.client.workflow.start('registerImport', {
      workflowId,
      taskQueue: 'journeys',
      args: [{ importId: '00000000-0000-4000-8000-00000000000c', rows: 120 }],
    });
    await handle.result().catch(() => undefined);
    return { name, workflowId };
  };
  script.set('importLines', [{ nextLine: 51 }, fails, { nextLine: 101 }, { nextLine: null }]);
  const whole = await run('import');
  script.set('importLines', [{ nextLine: 51 }, failsForGood]);
  script.set('giveUpImport', [undefined]);
  return [whole, await run('import-given-up')];
}
