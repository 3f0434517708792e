import { describe, expect, it } from '@jest/globals';
import { masterSecrets } from './master-secrets.js';

const secrets = masterSecrets(Buffer.alloc(32, 7));

describe('the secrets of an installation', () => {
  it('are one per use, and none is the master key', () => {
    const keys = [secrets.wrapping, secrets.payloads, secrets.files, Buffer.alloc(32, 7)];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(keys.length);
    for (const key of keys) expect(key).toHaveLength(32);
    const uses = (['message', 'external-id', 'request-body'] as const).map((use) =>
      secrets.hmac(use, 'KI-4711'),
    );
    expect(new Set(uses.map((hmac) => hmac.toString('hex'))).size).toBe(3);
  });

  it('are the same after every restart, and others for another master key', () => {
    expect(masterSecrets(Buffer.alloc(32, 7)).wrapping).toEqual(secrets.wrapping);
    expect(masterSecrets(Buffer.alloc(32, 7)).hmac('message', 'a')).toEqual(secrets.hmac('message', 'a'));
    expect(masterSecrets(Buffer.alloc(32, 8)).wrapping).not.toEqual(secrets.wrapping);
  });

  it('never change from version to version: what was sealed stays readable', () => {
    expect(secrets.wrapping.toString('hex')).toBe(
      'efef59325b9e03cec6122de0d7556fc8480d7df49c861135e49004682283a646',
    );
    expect(secrets.hmac('message', 'name').toString('hex')).toBe(
      '7cc823f96bc533d66ddefb694aab9591012f45907b3d31862ed107a8db7ff5f0',
    );
  });
});
