import { createTransport } from 'nodemailer';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { OutgoingMail } from './compose.js';
import { refusalOf, type SmtpFailure } from './refusal.js';

/** What the SMTP server said: taken, not now, or never. */
export type Delivery = { state: 'sent' } | { state: 'deferred' | 'failed'; why: string };

/** Hands one mail to the SMTP server. */
export interface Mailer {
  /**
   * @param key opaque; becomes the Message-ID, so that a repetition is recognised
   * @param at when it was claimed, by Lotse's clock; becomes the Date
   */
  send(mail: OutgoingMail, key: string, at: Instant): Promise<Delivery>;
}

/**
 * How long the server is waited for, in milliseconds: until it has greeted; for any answer, that to a whole mail
 * included, which a server may have looked through; and in all, however slowly it speaks.
 */
export interface SmtpPatience {
  greetingMs: number;
  answerMs: number;
  conversationMs: number;
}

/**
 * A conversation ends before the act in which it is held may be taken for dead (two minutes), and long before its
 * unsettled claim is sent again (five).
 */
export const smtpPatience: SmtpPatience = { greetingMs: 10_000, answerMs: 80_000, conversationMs: 90_000 };

/** An act begins another conversation only so soon after its own beginning that this one can end in time as well. */
export const beginWithinMs = 15_000;

/** A connection is kept so long for the next mail: far shorter than any server keeps one that says nothing. */
const keptForMs = 5000;

/** SMTP that keeps its connections for a moment. */
export interface SmtpMailer extends Mailer {
  /** Lets go of connections that are at rest. */
  close(): void;
}

/**
 * SMTP by nodemailer. In a crowd many mails go over one connection: greeting and TLS cost more than a mail. A mail whose
 * connection ends goes later, by Lotse's own rules: it is not sent again from here.
 */
export function smtpMailer(
  smtpUrl: string,
  from: string,
  clock: Pick<Clock, 'toTemporal'>,
  patience = smtpPatience,
): SmtpMailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: Infinity, // the worker's acts are the limit: no mail waits for another one's
    maxRequeues: 0,
    idleTimeout: keptForMs,
    connectionTimeout: patience.greetingMs,
    greetingTimeout: patience.greetingMs,
    socketTimeout: patience.answerMs,
  });
  const domain = from.split('@')[1] ?? 'localhost';
  return {
    async send({ to, fromName, subject, text, html, language, unsubscribable }, key, at) {
      // not AbortSignal.timeout(): that one goes off when its time has come, long after its mail has gone
      const ending = new AbortController();
      const tooLong = setTimeout(() => ending.abort(), patience.conversationMs);
      const mail = {
        messageId: `<${key}@${domain}>`,
        from: fromName === undefined ? from : { name: fromName, address: from },
        to,
        // The real time, by the clock that everything goes by, not by this machine's.
        date: clock.toTemporal(at),
        subject,
        text,
        html,
        headers: {
          'Content-Language': language,
          'Auto-Submitted': 'auto-generated',
          // RFC 2369: a person reads it; the key says which message, and nothing else.
          ...(unsubscribable && { 'List-Unsubscribe': `<mailto:${from}?subject=${key}>` }),
        },
        signal: ending.signal,
      };
      try {
        await transport.sendMail(mail);
        return { state: 'sent' };
      } catch (error) {
        return ending.signal.aborted
          ? { state: 'deferred', why: 'smtp_etimedout' }
          : refusalOf(error as SmtpFailure);
      } finally {
        clearTimeout(tooLong);
      }
    },
    close: () => transport.close(),
  };
}
