import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { version } from '../../src/version.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const histories = join(root, 'test/histories');
const versions = existsSync(histories) ? readdirSync(histories) : [];
const today = readFileSync(join(dist, 'workflow-bundle.js'), 'utf8');
const silent = new DefaultLogger('ERROR');

beforeAll(() => {
  Runtime.install({
    logger: silent,
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
});

/** Every recorded history, named by version and file. */
const recorded = versions.flatMap((each) =>
  readdirSync(join(histories, each)).map((file) => ({
    workflowId: `${each}/${file}`,
    history: JSON.parse(readFileSync(join(histories, each, file), 'utf8')) as unknown,
  })),
);

/** Which of the histories the workflows of a bundle would not go through as they went. */
async function strangers(code: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code } }, recorded))
    if (error) found.push(workflowId);
  return found;
}

/** The modules that a bundle holds of what was built, as paths below `dist`; `?…` is what webpack leaves empty. */
const modulesIn = (code: string): string[] => {
  const names = [...code.matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map(([, name = '']) => name);
  return names
    .filter((name) => !/node_modules\/|^\?/.test(name))
    .map((name) => name.replace(/^.*\bdist\//, ''));
};

/** Today's code with another text in one place. */
function changed(from: string, to: string): string {
  expect(today.split(from)).toHaveLength(2);
  return today.replace(from, to);
}

describe('the workflows of this version', () => {
  it('were recorded', () => {
    expect({ [version]: versions.includes(version) ? 'recorded' : 'missing: npm run histories' }).toEqual({
      [version]: 'recorded',
    });
    for (const kind of ['participantJourney', 'staffMail', 'registerImport'])
      expect(JSON.stringify(recorded)).toContain(`"name":"${kind}"`);
    expect(JSON.stringify(recorded)).toContain('EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW');
  });

  it('go through every history that this or an earlier version wrote', async () => {
    expect(recorded.length).toBeGreaterThan(5);
    expect(await strangers(today)).toEqual([]);
  });

  it.each([
    ['asks before it waits', 'if (wake > Date.now()) {', 'if (wake <= Date.now()) {'],
    [
      'pauses for another time',
      'firstPause * 2 ** (failures - 1), longestPause);\n        if (failures',
      'firstPause * 3 ** (failures - 1), longestPause);\n        if (failures',
    ],
    ['tells people earlier', 'const failuresUntilTold = 4', 'const failuresUntilTold = 3'],
    ['continues earlier', 'const longestHistory = 150', 'const longestHistory = 90'],
  ])('would not, where a workflow %s', async (_, from, to) => {
    expect((await strangers(changed(from, to))).length).toBeGreaterThan(0);
  });
});

describe('rules and fold', () => {
  const built = join(mkdtempSync(join(tmpdir(), 'lotse-replay-')), 'built');
  afterAll(() => rmSync(join(built, '..'), { recursive: true, force: true }));

  it('are in no workflow: no module but the workflows’ own is bundled', () => {
    expect(modulesIn(today).sort()).toEqual(
      readdirSync(join(dist, 'workflows'))
        .filter((name) => name.endsWith('.js'))
        .map((name) => `workflows/${name}`)
        .sort(),
    );
  });

  it('may be changed in any way: what waits for years goes through its history all the same', async () => {
    cpSync(join(dist, 'workflows'), join(built, 'workflows'), { recursive: true });
    cpSync(join(root, 'package.json'), join(built, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
    const mutated = mutate('domain') + mutate('activities');
    expect(mutated).toBeGreaterThan(100);
    const { code } = await bundleWorkflowCode({ workflowsPath: join(built, 'workflows'), logger: silent });
    expect(await strangers(code)).toEqual([]);
  }, 60_000);

  /** Copies what was built of a folder, each file turned into one that fails as soon as it is loaded. */
  function mutate(folder: string): number {
    cpSync(join(dist, folder), join(built, folder), { recursive: true });
    const files = readdirSync(join(built, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    for (const file of files) writeFileSync(join(built, folder, file), `throw new Error('another rule');\n`);
    return files.length;
  }
});
