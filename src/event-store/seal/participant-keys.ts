import { randomBytes } from 'node:crypto';
import type { RetentionClass } from '../../../domain/journey/classes.js';
import { open, openUnproven, seal } from './envelope.js';

/**
 * A participant's key for one retention class. A class may have had several, numbered from 1 to 255: when one was
 * destroyed, the next seals what comes after. At most one lives.
 */
export interface ParticipantKey {
  class: RetentionClass;
  number: number;
  /** 32 bytes; `null` when it was destroyed. */
  key: Buffer | null;
}

/** Bytes: AES-256. */
const keyLength = 32;

export type LivingKey = ParticipantKey & { key: Buffer };

/** All keys of a participant, the destroyed ones too: they say which numbers were used. */
export type ParticipantKeys = readonly ParticipantKey[];

/** A key as it is stored: wrapped by the master key, in base64; `null` when it was destroyed. */
export interface WrappedKey {
  class: RetentionClass;
  number: number;
  wrapped: string | null;
}

/** The key that seals a class now; `undefined` where it was destroyed or none was made yet. */
export const livingKey = (keys: ParticipantKeys, name: RetentionClass): LivingKey | undefined =>
  keys.find((each): each is LivingKey => each.class === name && each.key !== null);

/**
 * The participant's keys with a living one for each of these classes: where none lives, a new one of the next number.
 * @returns all keys, and the wrapped form of the new ones for the table
 */
export function renewKeys(
  wrapping: Buffer,
  participant: string,
  keys: ParticipantKeys,
  classes: readonly RetentionClass[],
): { keys: ParticipantKeys; made: WrappedKey[] } {
  const renewed = classes
    .filter((name) => !livingKey(keys, name))
    .map((name) => {
      const used = keys.filter((each) => each.class === name).map((each) => each.number);
      return { class: name, number: Math.max(0, ...used) + 1, key: randomBytes(keyLength) };
    });
  const made = renewed.map(({ key, ...named }) => ({
    ...named,
    wrapped: seal(wrapping, key, keyContext(participant, named)).toString('base64'),
  }));
  return { keys: [...keys, ...renewed], made };
}

/** Unwraps the keys that still exist. Throws where one is another participant's, class's or number's. */
export function unwrapKeys(
  wrapping: Buffer,
  participant: string,
  wrapped: readonly WrappedKey[],
): ParticipantKeys {
  return wrapped.map(({ wrapped: bytes, ...named }) => ({
    ...named,
    key: bytes === null ? null : open(wrapping, Buffer.from(bytes, 'base64'), keyContext(participant, named)),
  }));
}

/**
 * Unwraps many keys at once, for who opens a part with each: the part's tag holds only under the key with which it was
 * sealed, and its context names the participant, the class and the number, so that no other key fits unnoticed.
 * @returns them in their order, `null` where one was destroyed
 */
export function unwrapForParts(wrapping: Buffer, wrapped: readonly (string | null)[]): (Buffer | null)[] {
  const living = wrapped.filter((bytes) => bytes !== null).map((bytes) => Buffer.from(bytes, 'base64'));
  const keys = openUnproven(wrapping, living, keyLength).values();
  return wrapped.map((bytes) => (bytes === null ? null : (keys.next().value ?? null)));
}

const keyContext = (participant: string, named: Omit<WrappedKey, 'wrapped'>): string =>
  `lotse/key/1|${participant}|${named.class}|${named.number}`;
