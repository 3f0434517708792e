import { describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { mailOf, reader, reminder } from '../../test/support/mails.js';
import { readHead, readMail } from './read-mail.js';

const file = { id: 'k3y@localhost.1', caughtAt: Date.parse('2026-11-23T08:00:01Z'), size: 1234 };
const raw = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));

const multipart = raw(
  'From: =?UTF-8?Q?J=C3=B6rg?= <lotse@localhost>',
  'To: merhawi@example.org',
  'Subject: =?UTF-8?B?Qml0dGUgcnVmZW4gU2llIGFuLCBlcyBpc3Qgd2ljaHRp?=',
  ' =?UTF-8?Q?g_=E2=80=93_heute?=',
  'Date: Mon, 23 Nov 2026 09:00:00 +0100',
  'Content-Language: de',
  'List-Unsubscribe:',
  ' <mailto:lotse@localhost?subject=k3y>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="--cut"',
  '',
  '----cut',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=C3=BC=C3=9Fe, und eine sehr lange =',
  'Zeile.',
  '----cut',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<script>alert(1)</script><p>Nur im HTML</p>').toString('base64'),
  '----cut--',
  '',
);

/** A mail as it goes over the wire. */
async function sent(mail: ReturnType<typeof mailOf>): Promise<Buffer> {
  const { subject, text, html, language, to } = mail;
  const headers = { 'Content-Language': language };
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({ from: 'lotse@localhost', to, subject, text, html, headers });
  return message as Buffer;
}

describe('a caught mail', () => {
  it('is read with its words decoded, its lines joined, and its headers unfolded', async () => {
    expect(await readMail(file, multipart)).toEqual({
      id: 'k3y@localhost.1',
      to: 'merhawi@example.org',
      from: 'Jörg <lotse@localhost>',
      subject: 'Bitte rufen Sie an, es ist wichtig – heute',
      sentAt: '2026-11-23T08:00:00.000Z',
      size: 1234,
      listUnsubscribe: '<mailto:lotse@localhost?subject=k3y>',
      language: 'de',
      direction: 'ltr',
      text: 'Grüße, und eine sehr lange Zeile.',
      parts: [{ text: 'Grüße, und eine sehr lange Zeile.', language: 'de', direction: 'ltr' }],
    });
  });

  it('is listed by its head alone', async () => {
    const head = multipart.subarray(0, multipart.indexOf('\r\n\r\n') + 20);
    const { id, to, subject, sentAt, size } = await readMail(file, multipart);
    expect(await readHead(file, head)).toEqual({ id, to, subject, sentAt, size });
  });

  it('is written from the right in its language, and from the left in the German beneath', async () => {
    const mail = mailOf(reader('fa'), [reminder('document_expiring', '2026-12-04')]);
    const read = await readMail(file, await sent(mail));
    expect(read).toMatchObject({ subject: mail.subject, language: 'fa', direction: 'rtl' });
    expect(read.text).toBe(mail.text.trim());
    expect(read.parts.map(({ language, direction }) => `${language} ${direction}`)).toEqual([
      'fa rtl',
      'de ltr',
    ]);
    expect(read.parts.map(({ text }) => text).join()).not.toContain('----------');
  });

  it('without a language, a date or a text says so little', async () => {
    const bare = raw('To: a@example.org, b@example.org', 'Content-Language: not a language', '', '');
    expect(await readMail(file, bare)).toEqual({
      id: file.id,
      to: 'a@example.org, b@example.org',
      from: '',
      subject: '',
      sentAt: '2026-11-23T08:00:01.000Z',
      size: 1234,
      text: '',
      parts: [{ text: '' }],
    });
  });

  it('that is HTML only is read as text', async () => {
    const html = raw('Content-Type: text/html', '', '<p>Guten&nbsp;Tag</p><script>alert(1)</script>', '');
    const { text } = await readMail(file, html);
    expect(text).toMatch(/^Guten\sTag$/);
  });
});
