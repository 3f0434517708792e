import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * Message keys, the Kennung's index, request bodies, what tells this key from others, a demonstration's password, the
 * keys by which browsers seal what was not sent yet, and who fails to sign in.
 */
const hmacUses = [
  'message',
  'external-id',
  'request-body',
  'key-check',
  'demonstration',
  'draft',
  'attempt',
] as const;
export type HmacUse = (typeof hmacUses)[number];

/** The keys that follow from the master key, one per use, so that none serves two. */
export interface MasterSecrets {
  /** Wraps the participants' keys. */
  wrapping: Buffer;
  /** Temporal's payloads: ids, codes and instants of the whole installation. */
  payloads: Buffer;
  /** Files that belong to many people at once (an import). */
  files: Buffer;
  /** An HMAC from which nothing can be read, for one named use. */
  hmac(use: HmacUse, text: string): Buffer;
}

/** Derives the keys of an installation from its 32-byte master key (HKDF-SHA-256, one label per use). */
export function masterSecrets(masterKey: Buffer): MasterSecrets {
  const derive = (label: string): Buffer =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `lotse/${label}`, 32));
  const hmacKeys = Object.fromEntries(
    hmacUses.map((use) => [use, createSecretKey(derive(`hmac/${use}`))]),
  ) as Record<HmacUse, KeyObject>;
  return {
    wrapping: derive('wrapping'),
    payloads: derive('payloads'),
    files: derive('files'),
    hmac: (use, text) => createHmac('sha256', hmacKeys[use]).update(text).digest(),
  };
}
