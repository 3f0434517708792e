import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, folders } from './sources.mjs';

/** Removes what was built from a source that is gone: the workflows' bundle takes whatever lies there. */
export function removeStale(root, dist) {
  for (const path of filesBelow(dist, folders)) {
    const source = path.replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(join(root, source)) && !existsSync(join(root, path))) rmSync(join(dist, path));
  }
}
