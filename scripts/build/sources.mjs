import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that are compiled. */
export const compiled = ['domain', 'contract', 'workflows', 'activities', 'src', 'bench'];

/** The folders that go into dist/, compiled or as they are. */
export const folders = [...compiled, 'programmes'];

/** Every file below these folders of a directory, as paths relative to it, in a fixed order. */
export function filesBelow(root, names) {
  return names
    .filter((name) => existsSync(join(root, name)))
    .flatMap((name) =>
      readdirSync(join(root, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    )
    .sort();
}
