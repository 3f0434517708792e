import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bundles the workflows once, so that no worker has to at its start. */
export async function bundleWorkflows(dist) {
  const workflowsPath = join(dist, 'workflows');
  if (!existsSync(workflowsPath)) return;
  // Loaded here only: it takes longer than everything else when nothing is to be built.
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const silent = Object.fromEntries(
    ['log', 'trace', 'debug', 'info', 'warn', 'error'].map((level) => [level, () => {}]),
  );
  const preloadModules = [join(workflowsPath, 'without-stacks.js')];
  const { code } = await bundleWorkflowCode({ workflowsPath, preloadModules, logger: silent });
  writeFileSync(join(dist, 'workflow-bundle.js'), code);
}
