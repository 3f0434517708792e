import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, folders } from './sources.mjs';

/** Copies what is no TypeScript (programmes, pinned packages) to where the compiled code looks for it. */
export function copyAssets(root, dist) {
  for (const path of filesBelow(root, folders)) {
    if (path.endsWith('.ts')) continue;
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    copyFileSync(join(root, path), join(dist, path));
  }
}
