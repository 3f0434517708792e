import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough, pipeline as pipe, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { flush } from '../embedded/files.js';

/**
 * Writes lines into a new file that only its owner can read, packed where its name ends in `.gz`, and waits until the
 * disk has it. The lines bring their own end.
 * @returns the SHA-256 of the file's bytes, in hex
 */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  const hashed = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const packed = path.endsWith('.gz') ? createGzip({ level: 6 }) : new PassThrough();
  await pipeline(lines, packed, hashed, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  await flush(path);
  return hash.digest('hex');
}

/** The SHA-256 of a file's bytes, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The lines of a file, unpacked where its name ends in `.gz`; the last one too where its end is missing. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const bytes: Readable = path.endsWith('.gz') ? pipe(file, createGunzip(), () => undefined) : file;
  bytes.setEncoding('utf8');
  let rest = '';
  for await (const chunk of bytes as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Lines in batches of about a megabyte, so that neither many small nor a few huge ones fill the memory. */
export async function* inBatches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for await (const line of lines) {
    batch.push(line);
    size += line.length;
    if (size < batchSize) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** In characters. */
const batchSize = 1_000_000;
