import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { freePort } from '../../../src/embedded/ports.js';

/** A mail as it arrived. */
export interface Arrived {
  to: string;
  messageId: string;
}

/** A mail server that takes everything. */
export async function postbox() {
  const mails: Arrived[] = [];
  const take = async (stream: Readable, { envelope }: SMTPServerSession): Promise<void> => {
    const { messageId = '' } = await simpleParser(stream);
    for (const { address } of envelope.rcptTo) mails.push({ to: address, messageId });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'], // its own certificate would be nobody's
    onData(stream, session, done) {
      stream.once('end', () => done());
      void take(stream, session);
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const url = `smtp://127.0.0.1:${port}`;
  await createTransport({ url }).verify();
  return {
    url,
    mailsTo: (address: string): Arrived[] => mails.filter(({ to }) => to === address),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
