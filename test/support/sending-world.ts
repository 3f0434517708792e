import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../src/clock/clock.js';
import { CommandRunner } from '../../src/journeys/command-runner.js';
import type { Platform } from '../../src/platform.js';
import type { OutgoingMail } from '../../src/reminders/compose.js';
import { journeyActs } from '../../src/reminders/journey-acts.js';
import type { Delivery, Mailer } from '../../src/reminders/mailer.js';
import type { ReminderParts } from '../../src/reminders/send-mails.js';
import { startApi, type Answer } from './api.js';
import { staff } from './journey-calls.js';

/** A mail that was handed over: under which key, when by Lotse's clock. */
export interface HandedOver extends OutgoingMail {
  key: string;
  at: Instant;
}

/** The API and what the workflow has carried out, under a clock that stands until it is moved; no Temporal. */
export type SendingWorld = Awaited<ReturnType<typeof sendingWorld>>;

/**
 * Starts one; the first Monday morning is `start`.
 * @param speaksTo a mailer that speaks to a server of the test's, instead of one that answers as `answers` says
 */
export async function sendingWorld(start: Instant, env: Record<string, string> = {}, speaksTo?: Mailer) {
  let now = start;
  const clock: Clock = {
    isReal: false,
    now: () => Promise.resolve(now),
    at: () => Promise.resolve(now),
    toTemporal: (instant) => instant,
  };
  const moved = { LOTSE_CLOCK_OFFSET_MS: String(Date.parse(start) - Date.now()), ...env };
  const api = await startApi(staff, moved, (platform: Platform) => {
    const { sql, secrets, programmes, generation } = platform;
    return { ...platform, clock, runner: new CommandRunner(sql, clock, secrets, programmes, generation) };
  });

  const mails: HandedOver[] = [];
  const answers: (Delivery | 'dies')[] = [];
  const mailer = speaksTo ?? {
    send: (mail: OutgoingMail, key: string): Promise<Delivery> => {
      const answer = answers.shift() ?? { state: 'sent' as const };
      if (answer === 'dies' || answer.state === 'sent') mails.push({ ...mail, key, at: now });
      return answer === 'dies' ? Promise.reject(new Error('killed')) : Promise.resolve(answer);
    },
  };
  const { sql, runner, programmes, texts, config, generation } = api.platform;
  const worker = (but: Partial<ReminderParts>) =>
    journeyActs(
      {
        sql,
        clock,
        runner,
        programmes,
        texts,
        mailer,
        ...(config.officePhone && { officePhone: config.officePhone }),
        ...but,
      },
      generation,
    );

  const call = (method: string, path: string, body?: object, as = 'mara'): Promise<Answer> =>
    api.call(method, `/api/v1${path}`, { as, ...(body && { body }) });
  return {
    api,
    call,
    /** What left, or may have: a process that dies after SMTP's answer has sent it. */
    mails,
    /** What SMTP answers next, or that the process dies right after; afterwards it takes everything. */
    answers,
    now: (): Instant => now,
    today: () => berlinDay(now),
    day: (distance: number) => addDays(berlinDay(now), distance),
    setClock: (instant: Instant): void => {
      now = instant;
    },
    /** Lets a worker carry out what is due in a journey; each call is a process of its own, with other parts than usual. */
    carryOut: async (journey: string, but: Partial<ReminderParts> = {}): Promise<void> => {
      await worker(but).carryOutDue({ journey, generation: 1 });
    },
    /** Opens a journey of somebody who may be reminded, by its coach Mara. */
    async open(more: object = {}, purposes = ['case_work', 'reminders']): Promise<string> {
      const participant = {
        givenName: 'Merhawi',
        familyName: 'Tesfay',
        bornOn: addDays(berlinDay(now), -20 * 365),
        language: 'de',
        email: 'merhawi@example.org',
        channels: ['email'],
      };
      const opened = await call('POST', '/journeys', { commune: 'eschweiler', participant, ...more });
      const id = opened.json.id as string;
      const data = { purposes, language: 'de', form: 'paper', textVersion: '1' };
      if (purposes.length > 0)
        await call('POST', `/journeys/${id}/milestones`, {
          milestone: 'consent_given',
          on: berlinDay(now),
          data,
        });
      return id;
    },
    /** The messages of a journey to the participant, as the API shows them. */
    async messages(id: string): Promise<Shown[]> {
      const { json } = await call('GET', `/journeys/${id}/messages?limit=200`);
      return (json.items as Shown[]).filter(({ to }) => to === 'participant');
    },
    close: () => api.close(),
  };
}

/** A message as the API shows it. */
export interface Shown {
  key: string;
  to: string;
  rule: string;
  state: string;
  why: string | null;
  text: string;
  language: string;
  plannedFor: Instant;
  messageId?: string;
}
