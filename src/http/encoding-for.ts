/** How an answer may be compressed, the better first. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * What `Accept-Encoding` prefers of them (RFC 9110, 12.5.3); `undefined` where it names none, or forbids them.
 * @param header absent: the client has not said that it can read anything but plain text
 */
export function encodingFor(header: string | undefined): Encoding | undefined {
  const wished = new Map((header ?? '').split(',').map(wishOf));
  const qualityOf = (name: string): number => wished.get(name) ?? wished.get('*') ?? 0;
  const best = Math.max(...encodings.map(qualityOf));
  // who would rather have it as it is, is given it as it is
  if (best <= 0 || best < (wished.get('identity') ?? 0)) return undefined;
  return encodings.find((name) => qualityOf(name) === best);
}

function wishOf(text: string): [name: string, quality: number] {
  const [name = '', ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, quality === undefined ? 1 : Number(quality.slice(2)) || 0];
}
