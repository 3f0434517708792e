import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { berlinDay, berlinTime } from '../../domain/deadlines/berlin.js';
import { daysBetween, weekday } from '../../domain/deadlines/day-arithmetic.js';
import { mailsDue } from '../../domain/messages/mails-due.js';
import { composeMail } from '../../src/reminders/compose.js';
import { forbiddenIn } from '../../src/reminders/forbidden-words.js';
import { readTextFiles } from '../../src/reminders/text-files.js';
import { composing, languages, withCoach } from '../support/mails.js';
import { planningWith } from '../support/planning.js';
import { instantOf, steps, type Step } from '../support/steps.js';
import { Story } from '../support/story.js';
import { consent, opening, paper, planAgreed } from '../support/wishes.js';
import { assessed, contract, eligible } from '../support/histories.js';

const start = '2026-11-23T07:30:00.000Z';
const { calendar } = planningWith();
const { forbidden } = await readTextFiles(new URL('../../programmes/durchstarten/', import.meta.url));
const surname = 'Xuzelkorin';

/** What the world does between two steps: the worker works, is away, or the machine's clock was set. */
const world = fc.constantFrom('works', 'works', 'works', 'is away', 'clock goes back', 'clock jumps ahead');
const lives = fc.record({
  language: fc.constantFrom(...languages, 'fa-AF'),
  born: fc.constantFrom('2000-03-01', '2000-02-29', '2006-05-17', '1999-08-20'),
  steps: steps(22),
  worlds: fc.array(world, { minLength: 26, maxLength: 26 }),
});

/** Everything that a mail was made of, and the instant at which it was claimed. */
interface Left {
  at: string;
  said: string;
  rules: string[];
  language: string;
}

/** Lives a life and gives the mails that left. */
function live({ language, born, steps: history, worlds }: Life): { left: Left[]; story: Story } {
  const story = new Story(start);
  const { person, contact, ...entry } = opening(story.today);
  story.does({
    ...entry,
    person: { ...person, familyName: surname, bornOn: born },
    contact: { ...contact, language },
  });
  story.does(consent(story.today));
  for (const act of [eligible(story.today), assessed(story.today), planAgreed(story.today, story.day(80))])
    story.does(act);
  story.does(contract(story.today, story.day(70)));
  story.does(paper(story.day(75)));
  const left: Left[] = [];
  history.forEach((step: Step, at) => {
    const moved = instantOf(step, story.state, story.now);
    const world = worlds[at] ?? 'works';
    story.now = world === 'clock jumps ahead' ? later(moved, 20 * 24) : moved;
    story.tries(step.wish(story.state, story.today, story.now));
    if (world === 'is away') return;
    // a machine's clock that goes back: Lotse's own never does within a journey
    if (world === 'clock goes back') {
      const back = later(story.now, -3);
      story.now = back > story.state.plain.lastRecordedAt ? back : story.state.plain.lastRecordedAt;
    }
    left.push(...sends(story));
  });
  return { left, story };
}
type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never;

const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

function sends(story: Story): Left[] {
  story.does({ type: 'CarryOutDue' });
  return mailsDue(story.state, story.now).flatMap((due): Left[] => {
    const { state, now } = story;
    const items = { ...state.case.agenda.items, ...state.status.agenda.items };
    const deadlines = { ...state.case.agenda.deadlines, ...state.status.agenda.deadlines };
    const reminders = [due.key, ...due.with].flatMap((key) => {
      const item = items[key];
      const deadline = item && deadlines[item.deadline];
      return item && deadline
        ? [{ text: item.text ?? '', rule: item.rule, due: deadline.due, deadline }]
        : [];
    });
    const mail = composeMail(state, reminders, withCoach, { ...composing, now });
    const claimed = story.does({ type: 'ClaimMessage', ...due });
    const sending = claimed.find((event) => event.type === 'MessageSending');
    if (!sending || !mail) return [];
    story.does({
      type: 'SettleMessage',
      key: due.key,
      attempt: sending.plain.attempt,
      outcome: { state: 'sent' },
    });
    const said = [mail.subject, mail.text, mail.html.replaceAll(/<[^>]*>/g, ' '), mail.fromName].join('\n');
    return [{ at: now, said, rules: reminders.map(({ rule }) => rule), language: mail.language }];
  });
}

/** Whether the participant consented to reminders at that point of the log, read off the events alone. */
function consentedAt(events: readonly RecordedEvent[], before: RecordedEvent): boolean {
  const standing: Record<string, boolean> = {};
  const given = new Map<string, { at: number; purposes: string[] }>();
  for (const event of events.slice(0, events.indexOf(before))) {
    if (event.type === 'MilestoneReached' && event.plain.milestone === 'consent_given')
      given.set(event.plain.record, {
        at: event.version,
        purposes: event.case?.data?.['purposes'] as string[],
      });
    if (event.type === 'MilestoneWithdrawn') given.delete(event.plain.record);
    if (event.type === 'ConsentWithdrawn')
      for (const each of given.values())
        each.purposes = each.purposes.filter((one) => !event.plain.purposes.includes(one as 'reminders'));
  }
  for (const { purposes } of given.values()) for (const purpose of purposes) standing[purpose] = true;
  return standing['reminders'] === true && standing['case_work'] === true;
}

const runs = { seed: 20261126, numRuns: 120 };
const everyone = fc.sample(lives, runs).map(live);

describe('over random journeys, outages and clock changes', () => {
  it('mails left, for every rule that reminds and in every language', () => {
    const mails = everyone.flatMap(({ left }) => left);
    expect(mails.length).toBeGreaterThan(130);
    const reminding = planningWith()
      .programme.deadlines.filter(({ reminders }) => reminders.some(({ to }) => to.includes('participant')))
      .map(({ key }) => key);
    const seen = new Set(mails.flatMap(({ rules }) => rules));
    // those of permits and probation need papers and placements that random histories rarely bring
    expect(reminding.filter((rule) => seen.has(rule)).length).toBeGreaterThanOrEqual(3);
    expect(new Set(mails.map(({ language }) => language))).toEqual(new Set(languages));
  });

  it('none without consent', () => {
    for (const { story } of everyone) {
      const claims = story.events.filter(({ type }) => type === 'MessageSending');
      for (const claim of claims) {
        const at = `${claim.recordedAt} of ${story.state.plain.journey}`;
        expect({ at, consented: consentedAt(story.events, claim) }).toEqual({ at, consented: true });
      }
    }
  });

  it('none in quiet hours, on a Sunday or a holiday', () => {
    for (const { at } of everyone.flatMap(({ left }) => left)) {
      const { day, hour } = berlinTime(at);
      const [from, to] = weekday(day) === 6 ? [10, 16] : [9, 19];
      const isCalm = weekday(day) === 7 || calendar.isHoliday(day);
      expect({ at, mayWrite: !isCalm && hour >= from && hour < to }).toEqual({ at, mayWrite: true });
    }
  });

  it('no third one within seven days, and no second one on a day', () => {
    for (const { left } of everyone) {
      const days = left.map(({ at }) => berlinDay(at));
      const third = days.filter((day, index) => daysBetween(day, days[index + 2] ?? '2099-12-31') < 7);
      expect(third).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it('none with a word that must not stand on a lock screen, nor with the surname', () => {
    for (const { said, language } of everyone.flatMap(({ left }) => left)) {
      expect(said).not.toContain(surname);
      const [own = ''] = said.split('----------');
      expect(forbiddenIn(own, language, forbidden.value)).toBeUndefined();
      expect(forbiddenIn(said, 'de', forbidden.value)).toBeUndefined();
    }
  });
});
