import type { Mailer } from '../reminders/mailer.js';
import { inSpan } from '../tracing/spans.js';
import type { Counters } from './counters.js';

/** Counts what the SMTP server says, and how long it takes for it. */
export const countedMailer = (mailer: Mailer, counters: Counters): Mailer => ({
  async send(mail, key, at) {
    const began = performance.now();
    const delivery = await inSpan('smtp', {}, () => mailer.send(mail, key, at));
    counters.count('lotse_mails_total', { outcome: delivery.state });
    counters.time('lotse_mail_seconds', {}, performance.now() - began);
    return delivery;
  },
});
