import { createTransport } from 'nodemailer';
import type { Clock } from '../clock/clock.js';
import type { OutgoingMail } from './compose.js';

/** What the SMTP server said: taken, not now, or never. */
export type Delivery = { state: 'sent' } | { state: 'deferred' | 'failed'; why: string };

/** Hands one mail to the SMTP server. */
export interface Mailer {
  /** @param key opaque; becomes the Message-ID, so that a repetition is recognised */
  send(mail: OutgoingMail, key: string): Promise<Delivery>;
}

/** SMTP by nodemailer; a conversation takes less than the time after which an unsettled claim is sent again. */
export function smtpMailer(smtpUrl: string, from: string, clock: Pick<Clock, 'now' | 'toTemporal'>): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  const domain = from.split('@')[1] ?? 'localhost';
  return {
    async send({ to, fromName, subject, text, html, language, unsubscribable }, key) {
      // The real time, by the clock that everything goes by, not by this machine's.
      const date = clock.toTemporal(await clock.now());
      try {
        await transport.sendMail({
          messageId: `<${key}@${domain}>`,
          from: fromName === undefined ? from : { name: fromName, address: from },
          to,
          date,
          subject,
          text,
          html,
          headers: {
            'Content-Language': language,
            'Auto-Submitted': 'auto-generated',
            // RFC 2369: a person reads it; the key says which message, and nothing else.
            ...(unsubscribable && { 'List-Unsubscribe': `<mailto:${from}?subject=${key}>` }),
          },
        });
        return { state: 'sent' };
      } catch (error) {
        return refusalOf(error as { responseCode?: number; code?: string });
      }
    },
  };
}

/** 5xx is for ever; everything else (4xx, no connection, a time-out) may pass. Nothing of the mail is in the reason. */
function refusalOf({ responseCode, code }: { responseCode?: number; code?: string }): Delivery {
  const why =
    responseCode === undefined ? `smtp_${(code ?? 'unreachable').toLowerCase()}` : `smtp_${responseCode}`;
  return { state: responseCode !== undefined && responseCode >= 500 ? 'failed' : 'deferred', why };
}
