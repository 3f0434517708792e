import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStem, keepDelivery } from './mail-store.js';

const mail = (header: string) =>
  Buffer.from(`From: a@example.org\r\n${header}\r\n\r\nMessage-ID: <not@this.one>\r\n`);

describe('what the mail catcher keeps', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lotse-mail-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is each delivery, repeated ones and simultaneous ones too', async () => {
    const raw = mail('Message-ID: <abc@lotse>');
    await Promise.all(Array.from({ length: 8 }, () => keepDelivery(dir, raw)));
    const names = Array.from({ length: 8 }, (_, i) => `abc@lotse.${i + 1}.eml`);
    expect(readdirSync(dir).toSorted()).toEqual(names);
    expect(readFileSync(join(dir, 'abc@lotse.8.eml'))).toEqual(raw);
    expect(statSync(join(dir, 'abc@lotse.1.eml')).mode & 0o777).toBe(0o600);
  });

  it('is named after the Message-ID in the header, folded or not, in whatever case', () => {
    expect(fileStem(mail('message-id:\r\n  <k3y@lotse.example>'))).toBe('k3y@lotse.example');
    expect(fileStem(mail('Subject: none'))).toBe('no-message-id');
  });

  it('never leaves the directory, whatever a Message-ID says', () => {
    expect(fileStem(mail('Message-ID: <../../etc/passwd>'))).toBe('__.._etc_passwd');
    expect(fileStem(mail(`Message-ID: <${'x'.repeat(500)}>`))).toHaveLength(200);
  });
});
