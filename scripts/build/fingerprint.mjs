import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, folders } from './sources.mjs';

const settings = [
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package.json',
  'package-lock.json',
];

/** Of the tests the benches use some. */
const usedBesides = ['test', 'web', 'scripts'];

/** A hash over everything that a build depends on. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of [...filesBelow(root, [...folders, ...usedBesides]), ...settings]) {
    if (/\.spec\.tsx?$/.test(path)) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}
