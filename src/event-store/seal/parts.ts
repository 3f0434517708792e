import { retentionClasses, type RetentionClass } from '../../../domain/journey/classes.js';
import { open, seal } from './envelope.js';
import { pack, unpackText } from './packed.js';
import { livingKey, type ParticipantKeys } from './participant-keys.js';

/** Parts of an event or of a state by retention class: plain values, or base64 of their sealed form. */
export type Parts = Partial<Record<RetentionClass, unknown>>;
export type SealedParts = Partial<Record<RetentionClass, string>>;

/**
 * Seals each part under the living key of its class: number of the key 1 | envelope. The context binds participant,
 * class and number, not the stream, so that journeys can be merged. Throws where a class has no living key: dropping
 * the part would lose what was recorded.
 */
export function sealParts(keys: ParticipantKeys, participant: string, parts: Parts): SealedParts {
  const sealed: SealedParts = {};
  for (const name of retentionClasses) {
    const value = parts[name];
    if (value === undefined) continue;
    const living = livingKey(keys, name);
    if (!living) throw new Error(`There is no key to seal the class ${name} with: renew it first`);
    const { number, key } = living;
    const envelope = seal(key, pack(value), partContext(participant, name, number));
    sealed[name] = Buffer.concat([Buffer.of(number), envelope]).toString('base64');
  }
  return sealed;
}

/** Opens what can be opened; `erased` names the parts whose key is gone, also where the class has a newer one. */
export function openParts(
  keys: ParticipantKeys,
  participant: string,
  sealed: SealedParts,
): { parts: Parts; erased: RetentionClass[] } {
  const { texts, erased } = openTexts(keys, participant, sealed);
  const parts: Parts = {};
  for (const name of retentionClasses) {
    const text = texts[name];
    if (text !== undefined) parts[name] = JSON.parse(text);
  }
  return { parts, erased };
}

/** The same, as the JSON that was sealed. */
export function openTexts(
  keys: ParticipantKeys,
  participant: string,
  sealed: SealedParts,
): { texts: SealedParts; erased: RetentionClass[] } {
  const texts: SealedParts = {};
  const erased: RetentionClass[] = [];
  for (const name of retentionClasses) {
    const value = sealed[name];
    if (value === undefined) continue;
    const bytes = Buffer.from(value, 'base64');
    const number = numberOfKey(bytes);
    const key = keys.find((each) => each.class === name && each.number === number)?.key;
    if (!key) erased.push(name);
    else texts[name] = openText(key, participant, name, bytes);
  }
  return { texts, erased };
}

/** The number of the key under which a part was sealed. */
const numberOfKey = (sealed: Buffer): number => sealed.readUInt8(0);

/** Opens one part, as the JSON that was sealed. Throws where key, participant, class or a byte is another one. */
export const openText = (key: Buffer, participant: string, name: RetentionClass, sealed: Buffer): string =>
  unpackText(open(key, sealed.subarray(1), partContext(participant, name, numberOfKey(sealed))));

const partContext = (participant: string, name: RetentionClass, number: number): string =>
  `lotse/part/1|${participant}|${name}|${number}`;
