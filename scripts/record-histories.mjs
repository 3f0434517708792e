// Records histories of every workflow as this version runs them, into test/histories/<version>/: each later version has
// to replay them (test/workflows/replay.spec.ts). Run for a release, and when runs begin to go another way; what is there
// is never changed.
//
//   npm run histories
//
// Nobody is in them: the standings are invented, and no database is asked. Payloads are plain, so that no key is needed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { actsOf } from './histories/acts.mjs';
import { importTold } from './histories/imports.mjs';
import { journeyTold } from './histories/journeys.mjs';
import { staffMailTold } from './histories/staff-mail.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, 'test/histories', version);

const { findTestServer } = await import('../dist/src/embedded/temporal/find-tool.js');
const { registerSearchAttributes } = await import('../dist/src/temporal/connect.js');
Runtime.install({ logger: new DefaultLogger('ERROR') }); // acts that fail are told to
const identity = 'recorder'; // else the machine's name
const env = await TestWorkflowEnvironment.createTimeSkipping({
  server: { executable: { type: 'existing-path', path: await findTestServer({ env: process.env }) } },
  client: { identity },
});
await registerSearchAttributes(env.connection, env.namespace ?? 'default');
const script = new Map();
const worker = await Worker.create({
  connection: env.nativeConnection,
  identity,
  taskQueue: 'journeys',
  workflowBundle: { codePath: join(root, 'dist/workflow-bundle.js') },
  activities: actsOf(script),
});
const told = await worker.runUntil(async () => [
  ...(await journeyTold(env, script)),
  ...(await staffMailTold(env, script)),
  ...(await importTold(env, script)),
]);

mkdirSync(folder, { recursive: true });
for (const { name, workflowId } of told) await write(name, workflowId);
await env.teardown();

/** Writes a workflow's runs, each continued by the next. */
async function write(name, workflowId) {
  let runId = (await firstRun(workflowId)).runId;
  for (let run = 1; runId; run += 1) {
    const history = await env.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const file = `${name}.${run}.json`;
    runId = history.events.at(-1).workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    if (existsSync(join(folder, file))) continue;
    writeFileSync(join(folder, file), `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
    console.log(`test/histories/${version}/${file}: ${history.events.length} events`);
  }
}

async function firstRun(workflowId) {
  const { raw } = await env.client.workflow.getHandle(workflowId).describe();
  return { runId: raw.workflowExecutionInfo.firstRunId || raw.workflowExecutionInfo.execution.runId };
}
