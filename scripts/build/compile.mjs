import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Compiles the TypeScript with Nest's builder; what it complains about is the error. */
export async function compile(root) {
  const nest = join(
    dirname(createRequire(import.meta.url).resolve('@nestjs/cli/package.json')),
    'bin',
    'nest.js',
  );
  const child = spawn(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Lotse could not be built:\n${output.trim()}`);
}
