import type { Environment } from '../config/read-variable.js';

/** Everything of the outside that a command touches, so that a test can be the terminal. */
export interface Terminal {
  readonly env: Environment;
  /** Whether a person reads what is printed, as opposed to a pipe or a file. */
  readonly outIsTty: boolean;
  /** Whether a person sees standard error: only then is a progress bar drawn. */
  readonly errIsTty: boolean;
  /** Prints a line to standard output. */
  out(line: string): void;
  /** Prints a line to standard error. */
  err(line: string): void;
  /** Writes to standard error without a line's end. */
  draw(text: string): void;
  /** Everything from standard input. */
  readInput(): Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(env: Environment): Terminal {
  return {
    env,
    outIsTty: process.stdout.isTTY,
    errIsTty: process.stderr.isTTY,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    draw: (text) => void process.stderr.write(text),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}
