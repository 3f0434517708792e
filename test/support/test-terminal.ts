import { runCli } from '../../src/cli/run.js';

/** What a command of the command line printed, and its exit code. */
export interface Printed {
  code: number;
  out: string;
  err: string;
  /** What a progress bar would have drawn. */
  drawn: string;
}

/** Runs a command as on a terminal or, by default, in a pipe; `input` is what comes from standard input. */
export async function lotse(
  args: string[],
  env: Record<string, string> = {},
  { isTty = false, input = '' }: { isTty?: boolean; input?: string } = {},
): Promise<Printed> {
  const printed = { out: '', err: '', drawn: '' };
  const code = await runCli(args, {
    env,
    outIsTty: isTty,
    errIsTty: isTty,
    out: (line) => void (printed.out += `${line}\n`),
    err: (line) => void (printed.err += `${line}\n`),
    draw: (text) => void (printed.drawn += text),
    readInput: () => Promise.resolve(input),
  });
  return { code, ...printed };
}
