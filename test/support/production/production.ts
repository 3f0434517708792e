import { freePort } from '../../../src/embedded/ports.js';
import { postbox } from './postbox.js';
import { runToEnd, startProcess, type Started } from './processes.js';
import { productionServers } from './servers.js';

/**
 * What docker-compose.yml describes, without an engine: its servers (servers.ts), API and worker, each as a process of
 * its own, with the command and the environment that stand there.
 */
export async function production() {
  const mail = await postbox();
  const port = await freePort();
  const servers = await productionServers({
    SMTP_URL: mail.url,
    LOTSE_HOST: '127.0.0.1',
    LOTSE_PORT: String(port),
  });
  const { environment, dataDir } = servers;
  const lotse = { LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' };
  const own: { api?: Started; worker?: Started } = {
    api: startProcess([process.execPath, 'dist/api/main.js'], environment('api', lotse)),
    worker: startProcess([process.execPath, 'dist/src/worker.js'], environment('worker', lotse)),
  };
  return {
    url: `http://127.0.0.1:${port}`,
    mail,
    start: servers.start,
    get running() {
      return { ...own, ...servers.running };
    },
    adminUrl: servers.adminUrl,
    stopPostgres: servers.stopPostgres,
    script: servers.script,
    /** Runs a command of the command line, as `docker compose exec api` does. */
    cli: (...args: string[]): Promise<string> =>
      runToEnd([process.execPath, 'dist/src/cli.js', ...args], {
        ...environment('api', lotse),
        LOTSE_DATA_DIR: dataDir,
      }),
    async stop(): Promise<void> {
      await Promise.all([own.api?.stop(), own.worker?.stop()]);
      await servers.stop();
      await mail.close();
    },
  };
}
