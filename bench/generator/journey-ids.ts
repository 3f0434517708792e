import type { Random } from '../../src/demonstration/cast/random.js';

/** Two hours in seconds: within them acts are spread by a hash of the journey's id, over half an hour or over two. */
const spreadSeconds = 2 * 60 * 60;

/**
 * A journey's id under which everything is planned for the same instants as under another one: only then is a clone's
 * agenda the plan of its facts.
 */
export function idSpreadLike(other: string, random: Random): string {
  const wanted = hash(other) % spreadSeconds;
  for (;;) {
    const drawn = uuid(random);
    const [prefix, beginning] = [hash(drawn.slice(0, 32)), drawn.slice(0, 32)];
    for (let end = 0; end < 0x10000; end += 1) {
      const last = end.toString(16).padStart(4, '0');
      if (hash(last, prefix) % spreadSeconds === wanted) return beginning + last;
    }
  }
}

/** A random UUID (version 4) that is the same again with the same seed. */
export function uuid(random: Random): string {
  const word = (): string =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const [first, second, third, fourth] = [word(), word(), word(), word()];
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-8${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
}

/** FNV-1a, as in `domain/deadlines/windows.ts`, going on from the hash of what stands before. */
function hash(text: string, from = 0x811c9dc5): number {
  let value = from;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
