/**
 * One line of the log. It names no person: no query, no header, no body, no message of a foreign error
 * (a parser's quotes what it read, a database's the row).
 */
export interface LogLine {
  level: 'info' | 'error';
  event: string;
  [field: string]: string | number | null;
}

/** Lets this process go on where its log can't be written, as on a full disk; lines are written again when they can. */
export function surviveFullLog(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
}

let processName = 'lotse';

/** Says once, where a process begins, which one writes the lines. */
export function logAs(name: 'api' | 'worker'): void {
  processName = name;
}

/** Lines that nobody waits for are written together: each writing holds up whoever is being answered. */
const writtenEveryMs = 20;
let waiting = '';
let writing: NodeJS.Timeout | undefined;
process.once('exit', writeWaiting);

function writeWaiting(): void {
  clearTimeout(writing);
  writing = undefined;
  if (waiting !== '') process.stdout.write(waiting);
  waiting = '';
}

/** Writes a line as JSON to standard output, with the real time: an error at once, others within a moment. */
export function logToStdout(line: LogLine): void {
  waiting += `${JSON.stringify({ at: new Date().toISOString(), process: processName, ...line })}\n`;
  if (line.level === 'error') writeWaiting();
  else writing ??= setTimeout(writeWaiting, writtenEveryMs).unref();
}

/** What may be said of an error: its class, its code and the place in our own files. */
export function traceOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, routine, driverError } = error as {
    code?: unknown;
    routine?: unknown;
    driverError?: unknown;
  };
  if (driverError instanceof Error) return { ...traceOf(driverError), wrapped: error.constructor.name };
  const place = /\/((?:src|domain|contract|activities)\/[\w./-]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  return {
    error: error.constructor.name,
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) && { code }),
    ...(typeof routine === 'string' && /^\w{1,60}$/.test(routine) && { routine }),
    ...(place !== undefined && { place }),
  };
}
