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
 * @param mayBuild `false`: what is not there is not built
 * @throws Error of one line where they are not there
 */
export async function temporalPrograms(mayBuild = true): Promise<string> {
  const { LOTSE_TEMPORAL_SERVER: server, LOTSE_TEMPORAL_SQL_TOOL: sqlTool } = process.env;
  const make = mayBuild ? built : cached;
  const folder = mkdtempSync(join(tmpdir(), 'lotse-temporal-'));
  const programs = {
    'temporal-server': server ?? make('server', 'cmd/server'),
    'temporal-sql-tool': sqlTool ?? make('sql', 'cmd/tools/sql'),
    temporal: await findTemporalCli({ env: process.env, dataDir: folder, say: () => undefined }),
  };
  for (const [name, path] of Object.entries(programs)) {
    if (!existsSync(path)) throw new Error(`Temporal's ${name} is not at ${path}; ${wayOut}.`);
    symlinkSync(path, join(folder, name));
  }
  return folder;
}

/** Where programs lie that were built once. */
const cache = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), `lotse/temporal-${version}`);

const cached = (program: string): string => join(cache(), program);

function built(program: string, source: string): string {
  const path = cached(program);
  if (existsSync(path)) return path;
  mkdirSync(cache(), { recursive: true });
  const module = `go.temporal.io/server/${source}@v${version}`;
  const { status, error } = spawnSync('go', ['install', '-ldflags=-s -w', module], {
    env: { ...process.env, CGO_ENABLED: '0', GOBIN: cache() },
    stdio: 'inherit',
  });
  if (error ?? status !== 0) throw new Error(`Temporal's ${program} could not be built; ${wayOut}.`);
  return path;
}
