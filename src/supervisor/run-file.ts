import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, writePrivateFile } from '../embedded/files.js';

/** Where everything of a running Lotse is: how the command line finds it. */
export interface RunFile {
  pid: number;
  /** When that process began, and in which start of the system: another may have its number by now. */
  began: string;
  boot?: string;
  url: string;
  databaseUrl: string;
  databaseAdminUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  /** Only of the embedded Temporal. */
  temporalUi?: string;
  smtpUrl: string;
  /** Absent when the key was given as LOTSE_MASTER_KEY: it is written nowhere. */
  masterKeyFile?: string;
  clockOffsetMs: number;
  demo: boolean;
  /** Part of every agenda's stamp: what the command line records has to be planned as API and worker plan. */
  quietHours: boolean;
  started: string;
}

const fileIn = (dataDir: string) => join(dataDir, 'run.json');

/** Says where everything is; private, because it holds passwords. */
export function writeRunFile(dataDir: string, run: RunFile): void {
  writePrivateFile(fileIn(dataDir), `${JSON.stringify(run, null, 2)}\n`);
}

/** @returns undefined when there is none, as while Lotse is still starting, or it is damaged */
export function readRunFile(dataDir: string): RunFile | undefined {
  const text = readIfThere(fileIn(dataDir));
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as RunFile;
  } catch {
    return undefined; // the next start writes it anew
  }
}

/** Takes it back. */
export function removeRunFile(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}
