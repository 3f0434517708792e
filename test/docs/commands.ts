import { textOf } from './container-files.js';

/** A command that a document tells its reader to type. */
export interface DocumentedCommand {
  document: string;
  /** The heading under which it stands. */
  section: string;
  text: string;
}

/** The section of the README that is walked through, command by command. */
export const walk = { document: 'README.md', section: 'From the register to a reminder' };

/** What makes a span of code within a sentence a command. */
const programs = /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node|docker|openssl|sudo|head|git) \S/;

/** Every command of a document, in order: the lines of its `sh` blocks, and those in its sentences. */
export function commandsOf(document: string): DocumentedCommand[] {
  return `\n${textOf(document)}`.split(/\n#+ /).flatMap((part) => {
    const [section = ''] = part.split('\n', 1);
    const blocks = [...part.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) => linesOf(block));
    const sentences = part.replaceAll(/^```.*?^```/gms, '');
    const spans = [...sentences.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span.replaceAll('\n', ' '));
    const texts = [...blocks, ...spans.filter((span) => programs.test(span))];
    return texts.map((text) => ({ document, section, text }));
  });
}

const linesOf = (block: string): string[] =>
  block
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^| +)#.*$/, '').trim())
    .filter((line) => line !== '');

/** Whether a command is one of the README's walk. */
export const isWalked = ({ document, section }: DocumentedCommand): boolean =>
  document === walk.document && section === walk.section;

/** A command that another test runs, or that none can. */
interface RunElsewhere {
  command: string;
  by: readonly string[];
  because: string;
}

/** The commands outside of the README's walk: which file runs them, or what stands for them where nothing can. */
export const runElsewhere: readonly RunElsewhere[] = [
  {
    command: 'npm ci && npm start',
    by: ['.ci/run', 'test/end-to-end/demonstration.e2e.spec.ts'],
    because: 'the first installs; the second starts on a fresh data directory, which is a demonstration',
  },
  {
    command: 'npm run lotse -- rebuild',
    by: ['test/integration/rebuild-command.int.spec.ts'],
    because: 'there without npm before it, which the README’s walk has',
  },
  {
    command: 'npm run lotse -- rebuild deadline',
    by: ['test/integration/rebuild-command.int.spec.ts'],
    because: 'as above',
  },
  {
    command: 'npm run lotse -- rebuild task',
    by: ['test/integration/rebuild.int.spec.ts'],
    because: '“heals task” does what the command does with that name',
  },
  ...['--dry-run', '', '--no-wait'].map((option) => ({
    command: `npm run lotse -- recover ${option}`.trim(),
    by: ['test/integration/recover-command.int.spec.ts'],
    because: 'it runs them, on a database whose Temporal is away',
  })),
  { command: 'npm ci && npm test', by: ['.ci/run'], because: 'it is these two commands' },
  { command: 'npm test', by: ['.ci/run'], because: 'it runs it' },
  {
    command: 'npm run pictures',
    by: ['scripts/pictures.mjs'],
    because: 'it takes a minute; the browser tests walk the same pages',
  },
  { command: 'npm run check', by: ['.ci/run'], because: 'it runs it' },
  { command: 'npm run build', by: ['.ci/run'], because: '`npm test` begins with the same program' },
  {
    command: 'npm run bench -- --full',
    by: ['bench/steady-rate.spec.ts'],
    because: 'the same measurement, smaller still',
  },
  {
    command: 'npm run bench -- --only scale',
    by: ['bench/scale.spec.ts'],
    because: 'the same measurement of a smaller installation',
  },
  {
    command: 'npm run bench:report',
    by: ['bench/report.spec.ts'],
    because: 'the spec compares the page with what the command would write',
  },
  {
    command: 'npm run bench',
    by: ['bench/steady-rate.spec.ts'],
    because: 'the same measurement, small: how fast it is shows only on a machine that does nothing else',
  },
  { command: 'npm start', by: ['test/end-to-end/readme.e2e.spec.ts'], because: 'it is started so' },
  {
    command: 'npm run lotse -- --help',
    by: ['src/cli/run.spec.ts'],
    because: '“explains itself”, there without npm before it, which the README’s walk has',
  },
  ...['', ' --heal', ' --complete', ' --json'].map((option) => ({
    command: `npm run lotse -- verify${option}`,
    by: ['test/end-to-end/verify.e2e.spec.ts'],
    because: 'the same program, without npm before it',
  })),
  {
    command: 'LOTSE_WRITE_GOLDEN_TEXTS=1 npm run jest -- test/golden-texts',
    by: ['test/golden-texts/golden-texts.spec.ts'],
    because: 'without the variable: a test that writes what it compares with would prove nothing',
  },
  {
    command: 'mkdir -p secrets',
    by: ['test/docs/containers.spec.ts'],
    because: '“makes a key that Lotse takes” types these two',
  },
  {
    command: 'head -c 32 /dev/urandom | base64 > secrets/master.key',
    by: ['test/docs/containers.spec.ts'],
    because: 'as above',
  },
  {
    command: "head -c 24 /dev/urandom | base64 | tr '+/' '-_'",
    by: ['test/docs/containers.spec.ts'],
    because: '“makes passwords that mean nothing in a URL” types it',
  },
  {
    command: 'sudo chown 1000 secrets/master.key && sudo chmod 0400 secrets/master.key',
    by: [],
    because: 'a test that needs root is none; that the services run as `node`, who is 1000, is checked',
  },
  {
    command: 'docker compose up --build --detach',
    by: ['test/integration/containers.int.spec.ts'],
    because: 'no test has an engine: there the API starts with the compose file’s command and environment',
  },
  {
    command:
      'docker compose exec api node dist/src/cli.js user add --email ki@example.org --name "Kim Beispiel" --phone "0241 000" --role coordinator',
    by: ['test/end-to-end/readme.e2e.spec.ts'],
    because: 'no test has an engine: there the same program gets the same words, outside of a container',
  },
  {
    command: 'docker compose config',
    by: [],
    because: 'no test has an engine; test/docs/containers.spec.ts reads the file in its stead',
  },
  {
    command: 'npm run lotse -- backup /backups/2026-11-23 --keys /keys/2026-11-23.keys',
    by: ['test/end-to-end/restore.e2e.spec.ts'],
    because: 'there with other places, and without npm before it, which the README’s walk has',
  },
  {
    command: 'mkdir -m 700 .lotse-new',
    by: ['test/end-to-end/restore.e2e.spec.ts'],
    because: 'it makes one',
  },
  {
    command: 'cp /safe/master.key .lotse-new/master.key',
    by: ['test/end-to-end/restore.e2e.spec.ts'],
    because: 'there from another place',
  },
  {
    command:
      'LOTSE_DATA_DIR=.lotse-new npm run lotse -- restore /backups/2026-11-23 --keys /keys/2026-11-23.keys',
    by: ['test/end-to-end/restore.e2e.spec.ts'],
    because: 'there with other places, and without npm before it',
  },
  {
    command: 'LOTSE_DATA_DIR=.lotse-new npm start',
    by: ['test/end-to-end/restore.e2e.spec.ts'],
    because: 'there without npm before it, which the README’s walk has',
  },
  {
    command: 'npm run histories',
    by: ['test/workflows/replay.spec.ts'],
    because: 'run once for a version, it writes what this test replays',
  },
  {
    command: 'docker compose --profile mail up --detach',
    by: [],
    because: 'no test has an engine; test/docs/container-topology.spec.ts reads the profile',
  },
  {
    command: 'ssh -L 8233:127.0.0.1:8233 -L 3000:127.0.0.1:3000 lotse.example.org',
    by: [],
    because: 'no test has another machine; that these are the published ports is checked in the topology',
  },
  {
    command: 'npm run test:faults -- test/faults/production',
    by: ['test/faults/production.faults.ts'],
    because: 'it is the long form itself, and needs programs that npm does not bring',
  },
];
