import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepDelivery } from '../../src/embedded/mail-store.js';

/** The data directory of an API whose mails are caught, as the embedded catcher keeps them. */
export interface Catcher {
  /** What the API's environment says of it. */
  env: Record<string, string>;
  /**
   * Keeps a mail.
   * @param key before the @ of its message id
   * @param second how many seconds after the first one it was caught
   * @returns its id
   */
  keep(key: string, raw?: string, second?: number): Promise<string>;
  remove(): void;
}

/** A catcher with an empty folder of its own. */
export function startCatching(): Catcher {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-mails-'));
  const dir = join(dataDir, 'mail');
  mkdirSync(dir);
  return {
    env: { LOTSE_DATA_DIR: dataDir, LOTSE_MAIL_CATCHER: 'on' },
    async keep(key, raw = plainMail('Guten Tag'), second = 0) {
      const name = await keepDelivery(dir, Buffer.from(`Message-ID: <${key}@localhost>\r\n${raw}`));
      const at = Date.parse('2026-11-23T08:00:00Z') / 1000 + second;
      utimesSync(join(dir, name), at, at);
      return name.replace(/\.eml$/, '');
    },
    remove: () => rmSync(dataDir, { recursive: true }),
  };
}

/** A mail of one line, without its message id. */
export const plainMail = (subject: string): string =>
  [
    'From: Jana <lotse@localhost>',
    'To: merhawi@example.org',
    `Subject: ${subject}`,
    'Date: Mon, 23 Nov 2026 08:00:00 +0000',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Bitte rufen Sie mich an.',
    '',
  ].join('\r\n');
