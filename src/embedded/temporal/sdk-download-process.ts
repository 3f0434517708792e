import { TestWorkflowEnvironment } from '@temporalio/testing';

// `node sdk-download-process.js <dev-server|time-skipping> <directory>`: leaves the server's program there.
const [type, downloadDir = '.'] = process.argv.slice(2);
const executable = { type: 'cached-download', downloadDir } as const;

try {
  const server = await (type === 'dev-server'
    ? TestWorkflowEnvironment.createLocal({ server: { executable } })
    : TestWorkflowEnvironment.createTimeSkipping({ server: { executable } }));
  await server.teardown();
} catch (error) {
  console.error(error instanceof Error ? error.message.replaceAll('\n', ' ') : error);
  process.exitCode = 1;
}
