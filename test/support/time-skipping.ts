import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { findTestServer } from '../../src/embedded/temporal/find-tool.js';
import { dataConverter, registerSearchAttributes } from '../../src/temporal/connect.js';

const bundle = new URL('../../dist/workflow-bundle.js', import.meta.url);

/** The workflows as they were built, for a worker. Throws where they were not. */
export function builtWorkflows(): { codePath: string } {
  if (!existsSync(bundle)) throw new Error('The workflows are not bundled: run `npm run build` first');
  return { codePath: fileURLToPath(bundle) };
}

/**
 * A Temporal server on which waiting takes no time, with Lotse's search attributes.
 * @param payloads the key under which payloads are sealed; default: they are not
 */
export async function timeSkippingServer(payloads?: Buffer): Promise<TestWorkflowEnvironment> {
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await findTestServer({ env: process.env }) } },
    ...(payloads && { client: { dataConverter: dataConverter(payloads) } }),
  });
  await registerSearchAttributes(env.connection, env.namespace ?? 'default');
  return env;
}
