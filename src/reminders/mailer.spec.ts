import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { languages, mailOf, reader, reminder, withCoach, withoutCoach } from '../../test/support/mails.js';
import { smtpMailer, type SmtpMailer } from './mailer.js';

const from = 'lotse@aachen.example';
const key = 'pUj3-x_9QnE0v4m1fK2sWzYtBcDeFgHi';
const expiring = reminder('document_expiring', '2026-12-04');

/** Mails as they came over the wire. */
const caught: string[] = [];
let server: SMTPServer;
let mailer: SmtpMailer;
/** How often somebody has connected. */
let connections = 0;
/** What the server says to the next mail. */
let refusal: number | undefined;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    onConnect(_session, answer) {
      connections += 1;
      answer();
    },
    onData(stream, _session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal !== undefined) return answer(Object.assign(new Error('no'), { responseCode: refusal }));
        caught.push(Buffer.concat(parts).toString('latin1'));
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mailer = mailerHere();
});
afterAll(() => {
  mailer.close();
  return new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  caught.length = 0;
  refusal = undefined;
});

const mailerHere = (): SmtpMailer =>
  smtpMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from, clock);

/** Lotse's is a day ahead. */
const clock = { toTemporal: (at: string) => at.replace('-24T', '-23T') };
const at = '2026-11-24T08:00:00.000Z';

/** Sends a mail, and reads back what arrived. */
async function received(...[state, reminders, callBack]: Parameters<typeof mailOf>) {
  const mail = mailOf(state, reminders, callBack);
  expect(await mailer.send(mail, key, at)).toEqual({ state: 'sent' });
  const raw = caught.at(-1) ?? '';
  return { mail, raw, read: await simpleParser(Buffer.from(raw, 'latin1')) };
}

const header = (raw: string, name: string): string | undefined =>
  new RegExp(`^${name}:([^]*?)\r\n(?![ \t])`, 'mi')
    .exec(raw)?.[1]
    ?.replaceAll(/\r\n\s+/g, ' ')
    .trim();

describe('a mail', () => {
  it('says in its head who it is from, which message it is, and nothing more', async () => {
    const { raw, read } = await received(reader('ti'), [expiring]);
    expect(header(raw, 'From')).toBe(`Jana <${from}>`);
    expect(read.date).toEqual(new Date('2026-11-23T08:00:00.000Z'));
    expect((read.to as AddressObject).text).toBe('merhawi@example.org');
    expect(read.messageId).toBe(`<${key}@aachen.example>`);
    expect(header(raw, 'List-Unsubscribe')).toBe(`<mailto:${from}?subject=${key}>`);
    expect(header(raw, 'Content-Language')).toBe('ti');
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
    const names = raw.split('\r\n\r\n')[0]?.match(/^[A-Za-z-]+(?=:)/gm);
    expect(names?.sort()).toEqual([
      'Auto-Submitted',
      'Content-Language',
      'Content-Type',
      'Date',
      'From',
      'List-Unsubscribe',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
    ]);
  });

  it('has no displayed name where the office writes', async () => {
    const { raw } = await received(reader('de'), [expiring], withoutCoach);
    expect(header(raw, 'From')).toBe(from);
  });

  it.each(languages)('arrives in %s as it was written, in both parts', async (language) => {
    const { mail, raw, read } = await received(reader(language), [expiring], withCoach);
    expect(read.subject).toBe(mail.subject);
    expect(read.text?.trimEnd()).toBe(mail.text);
    expect(read.html).toBe(mail.html);
    expect(header(raw, 'Content-Type')).toMatch(/^multipart\/alternative;/);
    expect(raw.match(/^Content-Type: text\/\w+; charset=utf-8/gm)).toEqual([
      'Content-Type: text/plain; charset=utf-8',
      'Content-Type: text/html; charset=utf-8',
    ]);
    expect(raw).not.toMatch(/[^\r\n\x20-\x7e]/); // whatever server it passes
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });
});

describe('a connection', () => {
  it('serves the next mails as well', async () => {
    const mail = mailOf(reader('de'), [expiring]);
    await mailer.send(mail, key, at);
    const before = connections;
    for (let more = 0; more < 3; more += 1)
      expect(await mailer.send(mail, key, at)).toEqual({ state: 'sent' });
    expect(connections - before).toBe(0);
    expect(caught).toHaveLength(4);
  });

  it('is not held when nothing is to be sent any more', async () => {
    await mailer.send(mailOf(reader('de'), [expiring]), key, at);
    mailer.close();
    const held = await new Promise<number>((resolve, reject) =>
      setTimeout(
        () => server.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
        200,
      ),
    );
    expect(held).toBe(0);
    mailer = mailerHere();
  });
});

describe('the answer of the SMTP server', () => {
  it.each([
    [451, { state: 'deferred', why: 'smtp_451' }],
    [550, { state: 'failed', why: 'smtp_550' }],
  ])('%d is kept without a word of the mail', async (code, outcome) => {
    refusal = code;
    expect(await mailer.send(mailOf(reader('de'), [expiring]), key, at)).toEqual(outcome);
  });

  it('is „later“ where nobody answers', async () => {
    const nobody = smtpMailer('smtp://127.0.0.1:1', from, clock);
    const outcome = await nobody.send(mailOf(reader('de'), [expiring]), key, at);
    expect(outcome).toMatchObject({ state: 'deferred', why: expect.stringMatching(/^smtp_e/) });
  });
});
