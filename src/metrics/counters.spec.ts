import { describe, expect, it } from '@jest/globals';
import { Counters } from './counters.js';
import { countedMailer } from './counted-mailer.js';

const valuesOf = (counters: Counters): Record<string, number> =>
  Object.fromEntries(counters.all.map(({ line, value }) => [line, value]));

describe('what is counted', () => {
  it('stands under its labels, with the process that counted it', () => {
    const counters = new Counters('worker');
    counters.count('lotse_relay_signals_total', { outcome: 'told' });
    counters.count('lotse_relay_signals_total', { outcome: 'told' });
    counters.count('lotse_acts_failed_total');
    expect(valuesOf(counters)).toEqual({
      'lotse_relay_signals_total{process="worker",outcome="told"}': 2,
      'lotse_acts_failed_total{process="worker"}': 1,
    });
  });

  it('has its times in buckets that hold the smaller ones too', () => {
    const counters = new Counters('api');
    for (const ms of [20, 400, 60_000]) counters.time('lotse_command_seconds', { command: 'Reopen' }, ms);
    const values = valuesOf(counters);
    const bucket = (le: string) =>
      values[`lotse_command_seconds_bucket{process="api",command="Reopen",le="${le}"}`];
    expect(['0.01', '0.025', '0.25', '0.5', '10', '+Inf'].map(bucket)).toEqual([0, 1, 1, 2, 2, 3]);
    expect(values['lotse_command_seconds_sum{process="api",command="Reopen"}']).toBeCloseTo(60.42);
    expect(values['lotse_command_seconds_count{process="api",command="Reopen"}']).toBe(3);
  });

  it('says of a mail only what the SMTP server said', async () => {
    const counters = new Counters('worker');
    const send = async () => ({ state: 'failed', why: 'smtp_550' }) as const;
    const mail = { to: 'merhawi@example.org', subject: 'a', text: 'b', html: 'c', language: 'de' };
    expect(await countedMailer({ send }, counters).send(mail, 'key', '2027-01-11T09:00:00.000Z')).toEqual(
      await send(),
    );
    const values = valuesOf(counters);
    expect(values['lotse_mails_total{process="worker",outcome="failed"}']).toBe(1);
    expect(values['lotse_mail_seconds_count{process="worker"}']).toBe(1);
    expect(Object.keys(values).join()).not.toContain('merhawi');
  });
});
