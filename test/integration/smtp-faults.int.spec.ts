import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { berlinTime } from '../../domain/deadlines/berlin.js';
import { beginWithinMs, smtpMailer, smtpPatience, type Mailer } from '../../src/reminders/mailer.js';
import { BadSmtp, type Behaviour, type Misdeed, type Place } from '../support/bad-smtp.js';
import { sendingWorld, type SendingWorld } from '../support/sending-world.js';

/** A Monday, ten in the morning in Berlin. */
const monday = '2027-01-11T09:00:00.000Z';
const from = 'lotse@aachen.example';
/** Nobody waits for real. */
const hasty = { greetingMs: 150, answerMs: 300, conversationMs: 600 };

let server: BadSmtp;
let world: SendingWorld;
let mailer: Mailer;
let url: string;

beforeAll(async () => {
  server = await BadSmtp.start();
  const speaksTo: Mailer = { send: (mail, key, at) => mailer.send(mail, key, at) };
  world = await sendingWorld(monday, {}, speaksTo);
});
afterAll(async () => {
  await world?.close();
  await server?.stop();
});
beforeEach(() => {
  world.setClock(monday);
  server.behaves();
  server.read.length = 0;
  url = server.url();
  mailer = smtpMailer(url, from, clock, hasty);
});
afterEach(() => void jest.restoreAllMocks());

/** The mails' dates are not looked at here. */
const clock = { toTemporal: (instant: string) => instant };

let people = 0;
/** Opens a journey of somebody to whom a mail is due in a minute. */
async function due(email = `person-${(people += 1)}@example.org`): Promise<string> {
  const participant = {
    givenName: 'Merhawi',
    familyName: `Tesfay${people}`,
    bornOn: '2006-02-03',
    language: 'de',
    email,
    channels: ['email'],
  };
  return world.open({ participant, document: { kind: 'toleration_60a', validUntil: world.day(20) } });
}

function after(minutes: number): void {
  world.setClock(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString());
}

const message = async (id: string) => (await world.messages(id)).find(({ state }) => state !== 'planned');

const at =
  (place: Place, misdeed: Misdeed): Behaviour =>
  (here) =>
    here === place ? misdeed : undefined;

/** TLS is offered, and then nobody speaks it. */
const brokenTls: Behaviour = (place) => (place === 'EHLO' ? '250-here\r\n250 STARTTLS' : undefined);

describe('the time-outs', () => {
  it('let every act end before its two minutes, and long before a claim is sent again', () => {
    expect(beginWithinMs + smtpPatience.conversationMs).toBeLessThan(110_000);
    expect(smtpPatience.answerMs).toBeLessThan(smtpPatience.conversationMs);
  });

  it('hold where a server says a line now and then, for ever', async () => {
    server.drips = true;
    mailer = smtpMailer(server.url(), from, clock, {
      greetingMs: 60_000,
      answerMs: 60_000,
      conversationMs: 400,
    });
    const id = await due();
    after(2);
    const began = performance.now();
    await world.carryOut(id);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await message(id)).toMatchObject({ state: 'held', why: 'smtp_etimedout' });
  });

  it('let an act that has taken long leave the other mails to the next one', async () => {
    const id = await due();
    server.behaves(at('dot', '451 later'));
    after(2);
    await world.carryOut(id);
    const other = { kind: 'passport', validUntil: world.day(20) };
    await world.call('POST', `/journeys/${id}/documents`, other);
    server.behaves();
    after(5);
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 2 * beginWithinMs));
    await world.carryOut(id);
    const first = server.mailbox.length;
    await world.carryOut(id);
    expect([first, new Set(server.mailbox).size]).toEqual([1, server.mailbox.length]);
  });
});

describe('a mail', () => {
  it.each<[string, Behaviour, string]>([
    ['that does not greet', at('greeting', 'silence'), 'smtp_etimedout'],
    ['that turns everybody away at the door', at('greeting', '554 closed'), 'smtp_554'],
    ['that hangs up at once', at('greeting', 'hangs up'), 'smtp_econnection'],
    ['that falls silent', at('RCPT', 'silence'), 'smtp_etimedout'],
    ['that hangs up in between', at('DATA', 'hangs up'), 'smtp_econnection'],
    ['that is too busy', at('MAIL', '421 too busy'), 'smtp_421'],
    ['that does not let the sender in', at('MAIL', '550 5.1.8 who is that'), 'smtp_550'],
    ['that relays for nobody it does not know', at('RCPT', '554 5.7.1 relay access denied'), 'smtp_554'],
    ['that offers a TLS which it does not speak', brokenTls, 'smtp_etimedout'],
  ])('waits for a server %s, and leaves once when it is well', async (_, behaviour, why) => {
    const id = await due();
    server.behaves(behaviour);
    after(2);
    await world.carryOut(id);
    expect(await message(id)).toMatchObject({ state: 'held', why });
    server.behaves();
    after(2);
    await world.carryOut(id);
    after(60);
    await world.carryOut(id);
    expect(await message(id)).toMatchObject({ state: 'sent' });
    expect(server.mailbox).toHaveLength(1);
  });

  it('waits where the password is wrong: nobody’s reminders fail because of it', async () => {
    const ids = [await due(), await due()];
    mailer = smtpMailer(server.url('smtp', 'lotse:wrong@'), from, clock, hasty);
    server.behaves(at('AUTH', '535 5.7.8 wrong'));
    after(2);
    for (const id of ids) await world.carryOut(id);
    for (const id of ids) expect(await message(id)).toMatchObject({ state: 'held', why: 'smtp_535' });
    server.behaves();
    after(2);
    for (const id of ids) await world.carryOut(id);
    expect(new Set(server.mailbox).size).toBe(2);
  });

  it('waits where TLS is expected of a server that has none', async () => {
    const id = await due();
    mailer = smtpMailer(server.url('smtps'), from, clock, hasty);
    after(2);
    await world.carryOut(id);
    expect(await message(id)).toMatchObject({ state: 'held' });
  });

  it.each<Misdeed>(['hangs up', 'silence'])(
    'is sent again under the same Message-ID where the server %s when it has read it: one double for each time',
    async (misdeed) => {
      const id = await due();
      server.behaves(at('dot', misdeed));
      after(2);
      await world.carryOut(id);
      after(2);
      await world.carryOut(id);
      server.behaves();
      after(3);
      await world.carryOut(id);
      after(60);
      await world.carryOut(id);
      expect(server.mailbox).toHaveLength(3);
      expect(new Set(server.mailbox).size).toBe(1);
      expect(await message(id)).toMatchObject({ state: 'sent', messageId: `${server.mailbox[0]}@localhost` });
    },
  );

  it('to an address that is refused for good has failed, which is a task; the others go on', async () => {
    const [gone, ...others] = [await due('gone@example.org'), await due(), await due()];
    server.behaves((place, line) =>
      place === 'RCPT' && line.includes('gone@') ? '550 5.1.1 nobody here' : undefined,
    );
    after(2);
    for (const id of [gone, ...others]) await world.carryOut(id);
    expect(await message(gone)).toMatchObject({ state: 'failed', why: 'smtp_550' });
    for (const id of others) expect(await message(id)).toMatchObject({ state: 'sent' });
    const tasks = (await world.call('GET', '/tasks?limit=200')).json.items as {
      rule: string;
      journey: { id: string };
    }[];
    expect(JSON.stringify(tasks.filter((task) => JSON.stringify(task).includes(gone)))).toContain(
      'delivery_failed',
    );
  });
});

describe('a server that says „later“ for a day', () => {
  const back = '2027-01-12T09:00:00.000Z';
  const isWritingHour = (at: string): boolean => {
    const { hour } = berlinTime(at);
    return hour >= 9 && hour < 19;
  };

  /** Lives nine days, the first with half hours; gives when a mail was read, and which were taken. */
  async function live(ids: string[], before: (instant: string) => Promise<unknown>) {
    const tried: string[] = [];
    const taken: { to: string; at: number }[] = [];
    server.behaves((place, to) => {
      if (place !== 'dot') return undefined;
      tried.push(world.now());
      if (world.now() < back) return '451 4.3.0 later';
      taken.push({ to, at: Date.parse(world.now()) });
      return undefined;
    });
    while (world.now() < '2027-01-20T00:00:00.000Z') {
      after(world.now() < back ? 30 : 180);
      await before(world.now());
      for (const id of ids) await world.carryOut(id);
    }
    return { tried, taken };
  }

  it('gets each mail once afterwards, in the hours of writing, two a week, and none whose reason has gone', async () => {
    const ids = [await due('kept@example.org'), await due('gone@example.org'), await due('many@example.org')];
    const [, gone, many] = ids;
    const paper = (id: string | undefined, kind: string, days: number) =>
      world.call('POST', `/journeys/${id}/documents`, { kind, validUntil: world.day(days) });
    const { tried, taken } = await live(ids, async (now) => {
      if (now === '2027-01-12T08:00:00.000Z') await paper(gone, 'toleration_60a', 300);
      if (now === '2027-01-13T09:00:00.000Z') await paper(many, 'toleration_60a', 18);
      if (now === '2027-01-14T09:00:00.000Z') await paper(many, 'toleration_60a', 16);
    });
    expect(tried.filter((at) => !isWritingHour(at))).toEqual([]);
    expect(tried.filter((at) => at < back).length).toBeGreaterThan(10);
    expect(new Set(server.mailbox).size).toBe(server.mailbox.length);
    const to = (name: string) => taken.filter((mail) => mail.to.includes(name)).map(({ at }) => at);
    expect([to('kept@').length > 0, to('gone@').length]).toEqual([true, 0]);
    for (const days of [to('kept@'), to('many@')])
      for (const first of days)
        expect(
          days.filter((day) => day >= first && day - first < 6.5 * 86_400_000).length,
        ).toBeLessThanOrEqual(2);
  }, 120_000);
});

describe('a server that does all of this in turn', () => {
  it('has in its mailbox what the log says, by Message-ID, and twice only what it did not answer', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => due()));
    const misdeeds: [Place, Misdeed][] = [
      ['greeting', '421 later'],
      ['MAIL', '451 later'],
      ['RCPT', 'hangs up'],
      ['dot', 'hangs up'],
      ['dot', '452 full'],
      ['dot', 'silence'],
      ['AUTH', '535 no'],
    ];
    let turn = 0;
    for (let round = 0; round < 5; round += 1) {
      after(10);
      for (const id of ids) {
        const [place, misdeed] = misdeeds[(turn += 1) % misdeeds.length] ?? ['dot', 'silence'];
        server.behaves(at(place, misdeed));
        await world.carryOut(id);
      }
    }
    server.behaves();
    after(60);
    for (const id of ids) await world.carryOut(id);
    const shown = await Promise.all(ids.map((id) => message(id)));
    expect(shown.map((each) => each?.state)).toEqual(ids.map(() => 'sent'));
    const sent = shown.map((each) => each?.messageId?.split('@')[0]);
    expect(new Set(server.mailbox)).toEqual(new Set(sent));
    for (const id of sent) {
      const read = server.read.filter((mail) => mail.id === id && mail.isTaken);
      expect(read.filter(({ isAnswered }) => isAnswered)).toHaveLength(1);
    }
  }, 120_000);
});
