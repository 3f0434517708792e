import { join } from 'node:path';
import { readIfThere, writePrivateFile } from '../embedded/files.js';
import { StartError } from '../embedded/start-error.js';

/** The ports of the embedded servers. */
export interface Ports {
  postgres: number;
  temporal: number;
  temporalUi: number;
  mail: number;
}

/** What a data directory remembers about itself from one start to the next. */
export interface Instance {
  demo: boolean;
  /** Whether it ever was one: then there are invented people in it, and it stays a sandbox. */
  demonstration: boolean;
  /** Tried first at the next start, so that bookmarks of Temporal's pages keep working. */
  ports: Partial<Ports>;
}

const fileIn = (dataDir: string) => join(dataDir, 'instance.json');

/**
 * @returns undefined for a fresh data directory
 * @throws StartError when the file is damaged: guessing could mix invented people with real ones
 */
export function readInstance(dataDir: string): Instance | undefined {
  const text = readIfThere(fileIn(dataDir));
  if (text === undefined) return undefined;
  try {
    const { demo, demonstration, ports } = JSON.parse(text) as Partial<Instance>;
    if (typeof demo === 'boolean') return { demo, demonstration: demonstration ?? demo, ports: ports ?? {} };
  } catch {
    // said below
  }
  throw new StartError(`${fileIn(dataDir)} is damaged: write {"demo": true} or {"demo": false} into it.`);
}

/** Remembers it. */
export function writeInstance(dataDir: string, instance: Instance): void {
  writePrivateFile(fileIn(dataDir), `${JSON.stringify(instance, null, 2)}\n`);
}
