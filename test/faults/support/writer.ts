import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import type { Answer, RunningLotse } from '../../support/running-lotse.js';
import { consentToReminders, remindable } from '../../support/reminded.js';

/** A command that was answered with success: under which name, and what it must have recorded. */
export interface Acknowledged {
  /** As the log's command id is made from it. */
  route: string;
  key: string;
  event: string;
  journey: string;
}

const today = berlinDay(new Date().toISOString());
const consent = consentToReminders(today);

/** A client as it should be: says a command under one key until somebody answers it. */
export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  readonly addresses: string[] = [];
  /** How often nobody answered, or with an error of the server. */
  unanswered = 0;

  constructor(
    private readonly lotse: () => RunningLotse,
    private readonly token: string,
  ) {}

  /** Opens one journey after the other, each with a reminder due within a minute, and records in it. */
  async run(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) await this.one();
  }

  private async one(): Promise<void> {
    const address = `${randomUUID()}@example.org`;
    const opened = await this.say(
      '/journeys',
      '/api/v1/journeys',
      'JourneyOpened',
      remindable(address, addDays(today, 40)),
    );
    const { id } = opened.json as { id: string };
    await this.on(id, 'milestones', 'MilestoneReached', consent);
    this.addresses.push(address);
    const paper = { kind: 'toleration_60a', validUntil: addDays(today, 45) };
    await this.on(id, 'documents', 'DocumentRecorded', paper);
    const talk = { on: today, channel: 'phone', direction: 'out', reached: true };
    await this.on(id, 'contacts', 'ContactRecorded', talk);
    await wait(150); // a person is slower still, and the mails of thousands of journeys would be waited for
  }

  private on(journey: string, what: string, event: string, body: object): Promise<Answer> {
    return this.say(`/journeys/${journey}/${what}`, `/api/v1/journeys/:id/${what}`, event, body);
  }

  private async say(path: string, route: string, event: string, body: object): Promise<Answer> {
    const key = randomUUID();
    const answer = await this.until(path, body, key);
    if (answer.status !== 201) {
      throw new Error(`${path} was answered ${answer.status}: ${JSON.stringify(answer.json)}`);
    }
    const journey = (answer.json as { id: string }).id;
    this.acknowledged.push({ route: `POST ${route}`, key, event, journey });
    return answer;
  }

  private async until(path: string, body: object, key: string): Promise<Answer> {
    const giveUpAt = Date.now() + 180_000;
    for (;;) {
      try {
        const answer = await this.lotse().call(this.token, 'POST', path, body, { 'idempotency-key': key });
        if (answer.status < 500) return answer;
      } catch {
        // nobody listens, or the connection broke: whether it was recorded is not known
      }
      this.unanswered += 1;
      if (Date.now() > giveUpAt) throw new Error(`Nobody answered ${path} within three minutes`);
      await wait(150);
    }
  }
}
