import type { Delivery } from './mailer.js';

/** What nodemailer says of a conversation that failed: the server's words are not looked at, they quote addresses. */
export interface SmtpFailure {
  code?: string;
  /** The command that was answered, such as `RCPT TO` or `AUTH PLAIN`. */
  command?: string;
  responseCode?: number;
  response?: string;
}

/** What is said of this one mail: its addressee, and its content. */
const ofThisMail = ['RCPT TO', 'DATA'];
/** RFC 3463: refused by a policy. So speaks a relay to whoever is not signed in, and it says it of every mail. */
const byPolicy = /^\d{3}[ -]5\.7\./;

/**
 * Whether a mail may go later, or never will. Never: the server has refused for good (5xx) this addressee or this
 * content. Everything else may pass: 4xx, no connection, a time-out; and what would be said of any mail, as a wrong
 * password or a sender that is not let in: an operator's mistake must not fail everybody's reminders at once. Tried in
 * vain for a day they fail in the end. Nothing of the mail is in the reason.
 */
export function refusalOf({ responseCode, code, command, response }: SmtpFailure): Delivery {
  const why =
    responseCode === undefined ? `smtp_${(code ?? 'unreachable').toLowerCase()}` : `smtp_${responseCode}`;
  const isForGood = responseCode !== undefined && responseCode >= 500;
  const isItsOwn = ofThisMail.includes(command ?? '') && !byPolicy.test(response ?? '');
  return { state: isForGood && isItsOwn ? 'failed' : 'deferred', why };
}
