import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';

/** The keys that follow from the master key, one per use, so that none serves two. */
export interface MasterSecrets {
  /** Wraps the participants' keys. */
  wrapping: Buffer;
  /** Temporal's payloads: ids, codes and instants of the whole installation. */
  payloads: Buffer;
  /** Files that belong to many people at once (an import). */
  files: Buffer;
  /** An HMAC from which nothing can be read, for one named use: message keys, the Kennung's index, request bodies, and what tells this key from others. */
  hmac(use: 'message' | 'external-id' | 'request-body' | 'key-check', text: string): Buffer;
}

/** Derives the keys of an installation from its 32-byte master key (HKDF-SHA-256, one label per use). */
export function masterSecrets(masterKey: Buffer): MasterSecrets {
  const derive = (label: string): Buffer =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `lotse/${label}`, 32));
  const hmacKey = (label: string) => createSecretKey(derive(`hmac/${label}`));
  const hmacKeys = {
    message: hmacKey('message'),
    'external-id': hmacKey('external-id'),
    'request-body': hmacKey('request-body'),
    'key-check': hmacKey('key-check'),
  };
  return {
    wrapping: derive('wrapping'),
    payloads: derive('payloads'),
    files: derive('files'),
    hmac: (use, text) => createHmac('sha256', hmacKeys[use]).update(text).digest(),
  };
}
