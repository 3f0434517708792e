import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Temporal's names for the converters of a bundle, which load with a workflow as well. */
const converters = ['__temporal_custom_payload_converter', '__temporal_custom_failure_converter'];

/**
 * Bundles the workflows once, so that no worker has to at its start. All modules are loaded before the first workflow and
 * shared: none of ours holds anything of a run. Else each journey that a worker remembers would have all of them anew.
 */
export async function bundleWorkflows(dist) {
  const workflowsPath = join(dist, 'workflows');
  if (!existsSync(workflowsPath)) return;
  // Loaded here only: it takes longer than everything else when nothing is to be built.
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const silent = Object.fromEntries(
    ['log', 'trace', 'debug', 'info', 'warn', 'error'].map((level) => [level, () => {}]),
  );
  const own = ['without-stacks.js', 'index.js'].map((name) => join(workflowsPath, name));
  const preloadModules = [...own, ...converters];
  const { code } = await bundleWorkflowCode({ workflowsPath, preloadModules, logger: silent });
  writeFileSync(join(dist, 'workflow-bundle.js'), code);
}
