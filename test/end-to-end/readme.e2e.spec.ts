import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { commandsOf, isWalked, walk } from '../docs/commands.js';
import { root } from '../docs/container-files.js';
import { eventually } from '../support/eventually.js';
import { newDataDir, startLotse, withoutLotse, type RunningLotse } from '../support/running-lotse.js';

const [start = '', ...typed] = commandsOf(walk.document)
  .filter(isWalked)
  .map(({ text }) => text)
  .filter((text) => text !== 'npm run lotse -- --help');
const dataDir = newDataDir();
let lotse: RunningLotse;

/** A command as the README has it, but for the place of the data. */
const here = (command: string): string => command.replaceAll('.lotse-empty', dataDir);

const exported = typed.filter((command) => command.startsWith('export '));
const commands = typed.filter((command) => !exported.includes(command));

/** Types a command into the second terminal; gives what it shows. Rejects where it fails. */
async function type(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', [...exported, command].map(here).join('\n')], {
    cwd: fileURLToPath(root),
    env: withoutLotse(process.env),
  });
  return stdout;
}

/** What each command shows, in order. */
const shown: RegExp[] = [
  /The account ki@example\.org \(coordinator\) is made/,
  /^lotse_\S+$/m,
  /400 rows: 400 opened, 0 updated, 0 unchanged, 0 rejected/,
  /^AC-110298 +Mariama Diallo +in_support +eschweiler/m,
  /\d\d journeys that named this coach are assigned/,
  /Mariama Diallo\nin_support since .*, eschweiler, coach\.eschweiler1@example\.org/,
  /2026-11-20 +training_contract_signed[^]*2026-07-01 +open[^]*2027-02-01 +open +Start of the training/,
  /@localhost\.1\.eml$/m,
];

// The clock stands where the register is of today: in years to come its people will be too old to be opened.
beforeAll(async () => {
  const words = here(start).split(' ');
  const env = words.filter((word) => word.includes('=')).map((word) => word.split('=') as [string, string]);
  const [program = '', ...args] = words.filter((word) => !word.includes('='));
  const given = { ...Object.fromEntries(env), LOTSE_NOW: '2026-11-27T09:00:00.000Z' };
  lotse = await startLotse(given, dataDir, [program, ...args]);
}, 180_000);
afterAll(() => lotse.remove(), 60_000);

describe('the README’s commands, typed one after the other', () => {
  it('are all expected to show something', () => {
    expect(start).toMatch(/ npm start$/);
    expect(commands).toHaveLength(shown.length);
  });

  it.each(commands.map((command, at) => [command, shown[at]] as const))(
    '%s',
    async (command, wanted) => {
      await eventually(async () => expect(await type(command)).toMatch(wanted ?? ''), 75_000);
    },
    120_000,
  );

  it('made an account that signs in, and may then open what Temporal’s pages show', async () => {
    const password = /^echo "(.+)" \|/.exec(commands[0] ?? '')?.[1];
    const post = (path: string, body: object, headers = {}): Promise<Response> =>
      fetch(lotse.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const signedIn = await post('/api/v1/session', { email: 'ki@example.org', password });
    expect(signedIn.status).toBe(200);
    const [cookie = ''] = signedIn.headers.getSetCookie();
    const asTemporal = { cookie, origin: lotse.run.temporalUi };
    expect((await post('/api/temporal-codec/decode', {}, asTemporal)).status).toBe(200);
    expect((await post('/api/temporal-codec/decode', {}, { origin: lotse.run.temporalUi })).status).toBe(401);
  });

  it('end with one mail, in French and German, from the coach, that says no more than to call her', async () => {
    const files = (await type(commands.at(-1) ?? '')).trim().split('\n');
    expect(files).toHaveLength(1);
    const mail = await simpleParser(readFileSync(files[0] ?? ''));
    expect(mail.from?.text).toBe('"Jana" <lotse@localhost>');
    expect(mail.text).toMatch(/^Bonjour Mariama\.[^]*0241 001[^]*Hallo Mariama\./);
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/Diallo|Duldung|titre|formation|Ausbildung|Antrag/i);
  });
});
