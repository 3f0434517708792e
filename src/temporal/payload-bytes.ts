import type { Payload } from '@temporalio/common';

/** A payload as bytes, metadata included. */
export function encodePayload({ metadata = {}, data }: Payload): Buffer {
  const words = Object.entries(metadata ?? {}).map(([key, value]) => [
    key,
    Buffer.from(value).toString('base64'),
  ]);
  return Buffer.from(JSON.stringify([words, Buffer.from(data ?? []).toString('base64')]));
}

/** The payload that `encodePayload` made into bytes. */
export function decodePayload(bytes: Buffer): Payload {
  const [words, data] = JSON.parse(bytes.toString()) as [[string, string][], string];
  const metadata = Object.fromEntries(words.map(([key, value]) => [key, Buffer.from(value, 'base64')]));
  return { metadata, data: Buffer.from(data, 'base64') };
}
