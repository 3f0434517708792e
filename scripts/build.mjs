// Builds what is needed into dist/, and nothing when nothing changed. Safe when two run at once.
//
//   node scripts/build.mjs [--quiet] [--run <file below dist> [its arguments]]
//
// With --run it becomes that program afterwards. One process, not two: npm and shells pass no signal on to a
// second one, and Ctrl-C has to reach the supervisor.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildPages } from './build/build-pages.mjs';
import { bundleApi } from './build/bundle-api.mjs';
import { bundleWorkflows } from './build/bundle-workflows.mjs';
import { compile } from './build/compile.mjs';
import { copyAssets } from './build/copy-assets.mjs';
import { fingerprint } from './build/fingerprint.mjs';
import { withLock } from './build/lock.mjs';
import { removeStale } from './build/remove-stale.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.stamp');

const options = process.argv.slice(2);
const run = options.indexOf('--run');
const quiet = options.slice(0, run === -1 ? undefined : run).includes('--quiet');

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

async function build() {
  if (isBuilt()) return; // by the one we waited for
  const began = Date.now();
  const wanted = fingerprint(root);
  const patience = setTimeout(() => quiet || console.log('Lotse is being built …'), 1000);
  rmSync(stamp, { force: true });
  removeStale(root, dist);
  // the pages take a second core while the compiler has the first
  await Promise.all([compile(root), buildPages(root, dist)]);
  copyAssets(root, dist);
  await Promise.all([bundleWorkflows(dist), bundleApi(dist)]);
  writeFileSync(stamp, wanted);
  clearTimeout(patience);
  if (!quiet) console.log(`Lotse is built (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

try {
  if (!isBuilt()) {
    mkdirSync(dist, { recursive: true });
    await withLock(join(dist, '.lock'), build);
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

if (run !== -1) {
  process.setSourceMapsEnabled(true);
  const program = join(dist, options[run + 1]);
  process.argv.splice(1, process.argv.length, program, ...options.slice(run + 2));
  await import(pathToFileURL(program).href);
}
