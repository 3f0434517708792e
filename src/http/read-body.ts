import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.js';
import { bodyTooLarge } from './problems.js';

/**
 * Reads a body whole. It is called after the guards: whoever may not write here can't make us read.
 * @param limit in bytes; more is a 413, and the rest is thrown away so that the answer can be read
 */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      request.on('error', () => undefined); // somebody who hangs up while we answer is no event
      request.resume();
      settle();
    };
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) return done(() => reject(bodyTooLarge(limit)));
      chunks.push(chunk);
    };
    const onEnd = () => done(() => resolve(Buffer.concat(chunks)));
    const onGone = () => done(() => reject(new Problem(400, 'body-incomplete', 'The body broke off')));

    if (Number(request.headers['content-length'] ?? 0) > limit)
      return done(() => reject(bodyTooLarge(limit)));
    if (request.destroyed && !request.readableEnded) return onGone();
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}
