import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** 0x01 | nonce 12 | tag 16 | ciphertext: AES-256-GCM, 29 bytes more than the plain text. */
const format = 1;
const formatByte = Buffer.of(format);
const nonceLength = 12;
const tagLength = 16;
const headerLength = 1 + nonceLength + tagLength;

/** Seals bytes under a 32-byte key; `context` has to be the same when it is opened. */
export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'));
  const sealed = cipher.update(plain);
  cipher.final(); // gives no bytes: a counter mode has no last block
  return Buffer.concat([formatByte, nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made. Throws when key, context or a byte is another one. */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== format || sealed.length < headerLength) throw new Error('This is no sealed part');
  // without options, which would double the time; all 16 bytes of the tag are there, so no shorter one is taken
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceLength));
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(sealed.subarray(1 + nonceLength, headerLength));
  const plain = decipher.update(sealed.subarray(headerLength));
  decipher.final(); // throws where the tag is another one
  return plain;
}
