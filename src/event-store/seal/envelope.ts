import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** 0x01 | nonce 12 | tag 16 | ciphertext: AES-256-GCM, 29 bytes more than the plain text. */
const format = 1;
const nonceLength = 12;
const tagLength = 16;
const headerLength = 1 + nonceLength + tagLength;

/** Seals bytes under a 32-byte key; `context` has to be the same when it is opened. */
export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made. Throws when key, context or a byte is another one. */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== format || sealed.length < headerLength) throw new Error('This is no sealed part');
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const tag = sealed.subarray(1 + nonceLength, headerLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(headerLength)), decipher.final()]);
}
