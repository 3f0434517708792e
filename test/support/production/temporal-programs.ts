import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTemporalCli } from '../../../src/embedded/temporal/find-tool.js';

/** Of the minor version that docker-compose.yml names. */
const version = '1.32.1';

const wayOut =
  'set LOTSE_TEMPORAL_SERVER and LOTSE_TEMPORAL_SQL_TOOL to programs of your own, or put Go 1.26.8 or newer on the PATH';

/**
 * A folder with Temporal's programs under the names that they have in its images: those that the environment names,
 * else built by Go once, which takes a quarter of an hour.
 * @throws Error of one line where neither is there
 */
export async function temporalPrograms(): Promise<string> {
  const { LOTSE_TEMPORAL_SERVER: server, LOTSE_TEMPORAL_SQL_TOOL: sqlTool } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'lotse-temporal-'));
  const programs = {
    'temporal-server': server ?? built('server', 'cmd/server'),
    'temporal-sql-tool': sqlTool ?? built('sql', 'cmd/tools/sql'),
    temporal: await findTemporalCli({ env: process.env, dataDir: folder, say: () => undefined }),
  };
  for (const [name, path] of Object.entries(programs)) {
    if (!existsSync(path)) throw new Error(`Temporal's ${name} is not at ${path}; ${wayOut}.`);
    symlinkSync(path, join(folder, name));
  }
  return folder;
}

function built(program: string, source: string): string {
  const folder = join(
    process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    `lotse/temporal-${version}`,
  );
  const path = join(folder, program);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const module = `go.temporal.io/server/${source}@v${version}`;
  const { status, error } = spawnSync('go', ['install', '-ldflags=-s -w', module], {
    env: { ...process.env, CGO_ENABLED: '0', GOBIN: folder },
    stdio: 'inherit',
  });
  if (error ?? status !== 0) throw new Error(`Temporal's ${program} could not be built; ${wayOut}.`);
  return path;
}
