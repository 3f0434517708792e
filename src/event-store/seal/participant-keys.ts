import { randomBytes } from 'node:crypto';
import { retentionClasses, type RetentionClass } from '../../../domain/journey/classes.js';
import { open, seal } from './envelope.js';

/** A participant's keys, one per retention class; a destroyed one is absent. */
export type ParticipantKeys = Partial<Record<RetentionClass, Buffer>>;

/** A key as it is stored: wrapped by the master key; `null` when it was destroyed. */
export interface WrappedKey {
  class: RetentionClass;
  wrapped: Buffer | null;
}

/** New keys for a participant, and their wrapped form for the table. */
export function newKeys(
  wrapping: Buffer,
  participant: string,
): { keys: ParticipantKeys; wrapped: WrappedKey[] } {
  const keys: ParticipantKeys = {};
  const wrapped = retentionClasses.map((name) => {
    const key = randomBytes(32);
    keys[name] = key;
    return { class: name, wrapped: seal(wrapping, key, keyContext(participant, name)) };
  });
  return { keys, wrapped };
}

/** Unwraps the keys that still exist. */
export function unwrapKeys(
  wrapping: Buffer,
  participant: string,
  wrapped: readonly WrappedKey[],
): ParticipantKeys {
  const keys: ParticipantKeys = {};
  for (const key of wrapped) {
    if (key.wrapped) keys[key.class] = open(wrapping, key.wrapped, keyContext(participant, key.class));
  }
  return keys;
}

const keyContext = (participant: string, name: RetentionClass): string =>
  `lotse/key/1|${participant}|${name}`;
