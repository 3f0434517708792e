import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Stands before what was deflated: no text in JSON begins so. */
const deflated = 0;

/** Below that many bytes deflating gains less than it costs. */
const worthwhile = 512;

/**
 * What a part says, as bytes to be sealed. Larger ones are deflated (RFC 1951): a journey's state says the same names
 * over and over and becomes a fifth, which is what its row costs to write, to keep and to read. Sealed bytes can't be
 * made smaller any more, so it has to be done before.
 */
export const pack = (value: unknown): Buffer => packText(JSON.stringify(value));

/** The same of what is JSON already. */
export function packText(json: string): Buffer {
  const text = Buffer.from(json, 'utf8');
  if (text.length < worthwhile) return text;
  return Buffer.concat([Buffer.of(deflated), deflateRawSync(text, { level: 1, memLevel: 6 })]);
}

/** What `pack` was given, as JSON. Throws for any other bytes. */
export function unpackText(bytes: Buffer): string {
  const text = bytes[0] === deflated ? inflateRawSync(bytes.subarray(1)) : bytes;
  return text.toString('utf8');
}
