import { chmodSync, closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const full = 10 * 1024 * 1024;

/** A log file opened for a child process to write to, and where its part of the file begins. */
export interface LogFile {
  fd: number;
  /** The last line that was written since the file was opened; empty when there is none. */
  lastLine(): string;
  close(): void;
}

/** Opens a private log file at its end; one that has grown beyond 10 MB is put aside first as `<path>.1`. */
export function openLog(path: string): LogFile {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > full) renameSync(path, `${path}.1`);
  const fd = openSync(path, 'a+', 0o600);
  chmodSync(path, 0o600);
  const start = fstatSync(fd).size;
  return { fd, lastLine: () => lastLineFrom(fd, start), close: () => closeSync(fd) };
}

function lastLineFrom(fd: number, start: number): string {
  const { size } = fstatSync(fd);
  const from = Math.max(start, size - 4096);
  const tail = Buffer.alloc(Math.max(0, size - from));
  readSync(fd, tail, 0, tail.length, from);
  return tail.toString('utf8').trim().split('\n').at(-1)?.trim() ?? '';
}
