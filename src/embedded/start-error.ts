/** Why something cannot start: one line with what was found and the way out, for the screen as it is. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The first line of whatever was thrown, for a sentence on the screen. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0] ?? '';
}
