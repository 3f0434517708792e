import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Option, type Command } from 'commander';
import type { ImportAnswer } from '../../../contract/routes/imports.js';
import { Api } from '../api.js';
import { CliError } from '../cli-error.js';
import { Progress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { importReport } from './import-report.js';

interface Options {
  basis: string;
  dryRun?: true;
  intoDemo?: true;
  json?: true;
}

/** Looks again after a quarter of a second at first, and every two seconds when it takes long. */
const firstPauseMs = 250;
const longestPauseMs = 2000;
/** Then something is missing that usually takes an import up at once. */
const sayWaitsAfterMs = 10_000;

/** `import FILE`: hands a register over and waits until it is carried out. */
export function addImport(lotse: Command, terminal: Terminal): void {
  lotse
    .command('import')
    .description(
      'Import a register (CSV): opens a journey for every new row, changes those whose row was edited',
    )
    .argument('<file>', 'the CSV file')
    .addOption(
      new Option('--basis <basis>', 'on which ground these people are accompanied')
        .choices(['consent_on_paper', 'public_task'])
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'say what would happen, and record nothing')
    .option('--into-demo', 'into a demonstration, for invented people only')
    .option('--json', 'print the whole answer as JSON')
    .action(async (file: string, options: Options) => {
      const api = Api.of(terminal);
      const { id } = await api.upload<{ id: string }>(pathOf(options), 'text/csv', await contentOf(file));
      const answer = await whenOver(api, id, terminal);
      terminal.out(options.json ? JSON.stringify(answer) : importReport(answer, options, terminal.outIsTty));
      if (answer.state === 'failed') {
        throw new CliError(
          'The import broke off; the worker’s log says why. Import the file again to go on.',
        );
      }
    });
}

function pathOf({ basis, dryRun, intoDemo }: Options): string {
  const query = new URLSearchParams({ basis });
  if (dryRun) query.set('dryRun', 'true');
  if (intoDemo) query.set('intoDemonstration', 'true');
  return `/imports?${query.toString()}`;
}

async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new CliError(`The file "${file}" can not be read (${reason}).`);
  }
}

async function whenOver(api: Api, id: string, terminal: Terminal): Promise<ImportAnswer> {
  const progress = new Progress(terminal);
  const began = performance.now();
  let said = false;
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 1.5, longestPauseMs)) {
    const answer = await api.get<ImportAnswer>(`/imports/${id}`);
    if (answer.state === 'done' || answer.state === 'failed') {
      progress.end();
      return answer;
    }
    progress.update(answer.outcomes.length, answer.rows);
    if (!said && answer.state === 'queued' && performance.now() - began > sayWaitsAfterMs) {
      terminal.err(
        'The import is accepted and waits for Temporal and the worker; it goes on without this command.',
      );
      said = true;
    }
    await wait(pause);
  }
}
