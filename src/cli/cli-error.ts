/** What stops a command, in the words that the person at the terminal reads: what was found, and the way out. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
