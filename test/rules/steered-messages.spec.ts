import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { daysBetween } from '../../domain/deadlines/day-arithmetic.js';
import type { SettleMessage } from '../../domain/journey/commands/send-message.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { mailsDue } from '../../domain/messages/mails-due.js';
import { messageState } from '../../domain/messages/message-state.js';
import { reminderOf } from '../../domain/messages/reminder-of.js';
import { steer } from '../support/random-acts.js';
import { instantOf, steps, type Step } from '../support/steps.js';
import { Story } from '../support/story.js';
import { consent, opening, paper } from '../support/wishes.js';

const start = '2026-11-23T07:30:00.000Z';

/** What becomes of a mail: taken, refused for good, not now, no answer, or the process dies. */
const outcome = fc.constantFrom<SettleMessage['outcome'] | 'dies'>(
  { state: 'sent' },
  { state: 'failed', why: 'smtp_550' },
  { state: 'failed', why: 'smtp_550' },
  { state: 'deferred', why: 'smtp_451' },
  { state: 'deferred', why: 'smtp_etimedout' },
  'dies',
);

const byHand = fc
  .tuple(fc.constantFrom<Step['after']>(3, 'next due', 'next message'), steer)
  .map(([after, wish]): Step => ({ after, wish }));
const lives = fc.record({
  until: fc.integer({ min: 20, max: 60 }),
  steps: fc
    .tuple(fc.array(byHand, { minLength: 24, maxLength: 24 }), steps(14))
    .map(([mine, theirs]) => mine.flatMap((step, at) => (theirs[at] ? [step, theirs[at]] : [step]))),
  outcomes: fc.array(outcome, { minLength: 40, maxLength: 40 }),
});
type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never;

/** Lives a life in which people steer messages, and says which were lost on the way. */
function live({ until, steps: history, outcomes }: Life): { events: RecordedEvent[]; lost: string[] } {
  const story = new Story(start);
  story.does(opening(story.today));
  story.does(consent(story.today));
  story.does(paper(story.day(until)));
  const lost: string[] = [];
  history.forEach((step, at) => {
    story.now = instantOf(step, story.state, story.now);
    const happened = story.tries(step.wish(story.state, story.today, story.now)) ?? [];
    lost.push(...happened.flatMap((event) => lostBy(event, story)));
    story.does({ type: 'CarryOutDue' });
    for (const due of mailsDue(story.state, story.now)) {
      const claim = story.does({ type: 'ClaimMessage', ...due }).find(isClaim);
      const outcome = outcomes[at % outcomes.length] ?? 'dies';
      if (!claim || outcome === 'dies') continue;
      story.does({ type: 'SettleMessage', key: due.key, attempt: claim.plain.attempt, outcome });
      if (outcome.state !== 'failed') continue;
      // somebody sees it, and asks for it again at once
      const again = story.tries({ type: 'ResendMessage', key: due.key });
      lost.push(...again.flatMap((event) => lostBy(event, story)));
    }
  });
  return { events: story.events, lost };
}

const isClaim = (event: RecordedEvent): event is RecordedEvent & { type: 'MessageSending' } =>
  event.type === 'MessageSending';

/** A message that was let go, or asked for again, is ahead then: who wants what is needed no more is refused. */
function lostBy(event: RecordedEvent, { state }: Story): string[] {
  if (event.type !== 'MessageReleased' && event.type !== 'MessageResendRequested') return [];
  const { key } = event.plain;
  const item = reminderOf(state, key);
  const ahead = { ...state.case.agenda.items, ...state.status.agenda.items };
  const said = item && messageState(state.plain.messages[key], item, ahead[key] !== undefined);
  return said === 'planned' || said === 'held'
    ? []
    : [`${event.type} ${key}: ${said} at ${event.recordedAt}`];
}

const runs = { seed: 20261127, numRuns: 80 };
const everyone = fc.sample(lives, runs).map(live);
const keysOf = ({ plain }: RecordedEvent & { type: 'MessageSending' }): string[] => [
  plain.key,
  ...(plain.with ?? []),
];
const count = (type: RecordedEvent['type']): number =>
  everyone.reduce((sum, { events }) => sum + events.filter((event) => event.type === type).length, 0);

/** Mails that left when they were tried first: one that was tried before has had its day. */
function sentAtOnce(events: readonly RecordedEvent[]): RecordedEvent[] {
  const tried = new Map<string, number>();
  return events.filter((event) => {
    if (isClaim(event)) for (const key of keysOf(event)) tried.set(key, (tried.get(key) ?? 0) + 1);
    if (event.type === 'MessageReleased' || event.type === 'MessageResendRequested')
      tried.delete(event.plain.key);
    return event.type === 'MessageSent' && tried.get(event.plain.key) === 1;
  });
}

describe('messages that people steer', () => {
  it('are held back, let go, told in person and asked for again in these lives', () => {
    expect(count('MessageHeldBack')).toBeGreaterThan(60);
    expect(count('MessageReleased')).toBeGreaterThan(10);
    expect(count('MessageResendRequested')).toBeGreaterThan(4);
    expect(count('MessageSent')).toBeGreaterThan(30);
  });

  it('do not go as long as they are held back, nor once they were told in person', () => {
    const gone: string[] = [];
    for (const { events } of everyone) {
      const stopped = new Set<string>();
      for (const event of events) {
        if (event.type === 'MessageHeldBack') stopped.add(event.plain.key);
        if (event.type === 'MessageSuppressed' && event.plain.why === 'told_in_person')
          stopped.add(event.plain.key);
        if (event.type === 'MessageReleased') stopped.delete(event.plain.key);
        if (isClaim(event)) gone.push(...keysOf(event).filter((key) => stopped.has(key)));
      }
    }
    expect(gone).toEqual([]);
  });

  it('are asked for again only where the server has refused each try', () => {
    const doubtful: string[] = [];
    for (const { events } of everyone) {
      const last = new Map<string, string>();
      const unsure = new Set<string>();
      const settle = (mail: string, how: string): void => {
        for (const [key, said] of last) {
          const [, of] = said.split(' ');
          if (of !== mail || !said.startsWith('claimed')) continue;
          last.set(key, how);
          if (!/^smtp_\d/.test(how)) unsure.add(key);
        }
      };
      for (const event of events) {
        if (isClaim(event)) {
          for (const key of keysOf(event)) {
            if (last.get(key)?.startsWith('claimed')) unsure.add(key);
            last.set(key, `claimed ${event.plain.key}`);
          }
        }
        if (event.type === 'MessageDeferred' || event.type === 'MessageFailed')
          settle(event.plain.key, event.plain.why);
        if (event.type === 'MessageSent') settle(event.plain.key, 'sent');
        if (event.type === 'MessageResendRequested') {
          const { key } = event.plain;
          const how = last.get(key) ?? 'never tried';
          if (unsure.has(key) || !/^smtp_\d/.test(how)) doubtful.push(`${key} ${how}`);
        }
      }
    }
    expect(doubtful).toEqual([]);
  });

  it('arrive once', () => {
    const twice: string[] = [];
    for (const { events } of everyone) {
      const carried = new Map<string, string[]>();
      const arrived = new Set<string>();
      for (const event of events) {
        if (isClaim(event)) {
          carried.set(event.plain.key, keysOf(event));
          twice.push(...keysOf(event).filter((key) => arrived.has(key)));
        }
        if (event.type === 'MessageSent')
          for (const key of carried.get(event.plain.key) ?? []) arrived.add(key);
      }
    }
    expect(twice).toEqual([]);
  });

  it('are no volley: one mail a day, and no third one within seven days', () => {
    for (const { events } of everyone) {
      const days = sentAtOnce(events).map(({ recordedAt }) => berlinDay(recordedAt));
      const tooMany = days.filter((day, at) => {
        const [next, third] = [days[at + 1], days[at + 2]];
        return next === day || (third !== undefined && daysBetween(day, third) < 7);
      });
      expect(tooMany).toEqual([]);
    }
  });

  it('are not lost: one that is let go or asked for again is ahead', () => {
    expect(everyone.flatMap(({ lost }) => lost)).toEqual([]);
  });
});
