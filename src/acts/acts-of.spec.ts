import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import { acts as actsShape, type Act } from '../../contract/pages/act.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { decide } from '../../domain/journey/commands/index.js';
import { Refusal } from '../../domain/journey/refusal.js';
import { dataSchema } from '../../domain/programme/milestone-data.js';
import { nextSteps } from '../../domain/programme/next-steps.js';
import { bodiesOf } from '../../test/support/filled-acts.js';
import { states } from '../../test/support/journeys-in-states.js';
import { programme } from '../../test/support/planning.js';
import { steps } from '../../test/support/steps.js';
import { Story, storyOf } from '../../test/support/story.js';
import type { ViewContext } from '../journeys/views/view-context.js';
import { actsOf, draftsOf } from './acts-of.js';
import { benchOf, type Bench } from './bench.js';
import type { Body, Draft } from './draft.js';
import { filled } from './filled.js';

const now = '2026-11-23T08:30:00.000Z';
const coaches = [
  {
    id: '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c33',
    email: 'mara@example.org',
    name: 'Mara Lenz',
    communes: null,
  },
  {
    id: '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c34',
    email: 'olga@example.org',
    name: 'Olga',
    communes: ['monschau'],
  },
];

type Role = 'coach' | 'coordinator';

function benchFor(story: Story, role: Role): Bench {
  const { planning } = story;
  const texts = { writtenIn: ['de', 'ti', 'ar'] };
  const context = { role, language: 'de', programme, planning, texts, now: story.now };
  const account = { id: '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d44', role };
  return benchOf(story.state, context as unknown as ViewContext, account, coaches);
}

/** A body as its route takes it; throws where it does not. */
function taken({ route, params }: Draft, body: Body): Body {
  route.params?.parse(params);
  if (!route.body) return {};
  const parsed = (route.body as z.ZodType<Body>).parse(body);
  const milestone = programme.milestones.find(({ key }) => key === parsed['milestone']);
  return milestone ? { ...parsed, data: dataSchema(milestone).parse(parsed['data']) } : parsed;
}

const refusalOf = (bench: Bench, command: Command): Refusal | undefined => {
  try {
    decide(bench.state, command, bench.decision);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/** What only two values that do not fit each other are refused for: nobody can know before they are filled in. */
const hangsOnValues = ['ends-before-it-begins'];

/** Everything that is wrong with what is offered: which body a rule or its route stands against, and why. */
function wrongIn(bench: Bench): string[] {
  const drafts = new Map(draftsOf(bench).map((draft) => [draft.key, draft]));
  const { possible, notYet } = actsOf(bench);
  const draftOf = (key: string): Draft => {
    const draft = drafts.get(key);
    if (!draft) throw new Error(`${key} is no draft`);
    return draft;
  };
  const refused = possible.flatMap((act) =>
    bodiesOf(act, bench.today).flatMap((body) => {
      const refusal = refusalOf(bench, draftOf(act.key).wish(taken(draftOf(act.key), body)));
      return refusal && !hangsOnValues.includes(refusal.code)
        ? [`${act.key} ${JSON.stringify(body)}: ${refusal.code} ${refusal.message}`]
        : [];
    }),
  );
  const allowed = notYet.flatMap(({ key, missing }) => {
    const { body, needs, wish } = draftOf(key);
    const refusal = refusalOf(bench, wish(filled(body, needs)));
    const codes = refusal?.missing.map(({ code }) => code).join();
    const isTrue =
      ['not-yet-possible', 'consent-missing'].includes(refusal?.code ?? '') &&
      codes === missing.map(({ code }) => code).join();
    return isTrue && missing.length > 0 ? [] : [`${key} is said to wait, and does not`];
  });
  const keys = [...possible, ...notYet].map(({ key }) => key);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} is offered twice`);
  return [...refused, ...allowed, ...twice];
}

/** The milestones that the domain says come next, and that are not told as it says. */
function untold(bench: Bench): string[] {
  const { possible, notYet } = actsOf(bench);
  const has = (list: { key: string }[], key: string): boolean =>
    list.some((each) => each.key === key || each.key.startsWith(`${key}.`));
  return nextSteps(bench.state, programme).flatMap((step) => {
    if (!('milestone' in step)) return [];
    const key = `milestone.${step.milestone}`;
    return has(step.missing.length > 0 ? notYet : possible, key)
      ? []
      : [`${key} ${JSON.stringify(step.missing)}`];
  });
}

const both: [string, Role][] = Object.keys(states).flatMap((name) => [
  [name, 'coach'] as [string, Role],
  [name, 'coordinator'] as [string, Role],
]);

const storyIn = (name: string): Story => states[name]?.() ?? new Story(now);
const keysOf = (acts: readonly { key: string }[]): string[] => acts.map(({ key }) => key);
const actsFor = (name: string, role: Role = 'coach') => actsOf(benchFor(storyIn(name), role));
const actIn = (name: string, key: string, role: Role = 'coach'): Act | undefined =>
  actsFor(name, role).possible.find((act) => act.key === key);

describe('what can be recorded in a journey', () => {
  it.each(both)('that is %s is, as %s, refused by no rule, and what has to wait is', (name, role) => {
    const bench = benchFor(storyIn(name), role);
    expect(wrongIn(bench)).toEqual([]);
    expect(untold(bench)).toEqual([]);
    expect(actsShape.safeParse(actsOf(bench)).error?.issues ?? []).toEqual([]);
  });

  it('is true after any history', () => {
    fc.assert(
      fc.property(steps(12), fc.constantFrom<Role>('coach', 'coordinator'), (history, role) => {
        const bench = benchFor(storyOf(history, now), role);
        expect([...wrongIn(bench), ...untold(bench)]).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('holds nothing that the role may not do', () => {
    const closed = keysOf(actsFor('closed').possible);
    expect(closed).not.toContain('journey.reopen');
    expect(keysOf(actsFor('closed', 'coordinator').possible)).toContain('journey.reopen');
    expect(keysOf(actsFor('planned').possible)).not.toContain('journey.coach');
    expect(actIn('planned', 'journey.coach', 'coordinator')?.needs[0]?.options).toEqual([
      { value: 'mara@example.org', label: 'Mara Lenz' },
    ]);
    expect(keysOf(actsFor('not eligible').possible)).not.toContain('milestone.eligibility_checked');
    expect(keysOf(actsFor('not eligible', 'coordinator').possible)).toContain(
      'milestone.eligibility_checked',
    );
  });

  it('begins with what solves what is raised', () => {
    expect(keysOf(actsFor('with the gravest flags').possible).slice(0, 3)).toEqual([
      'paper.renewal_requested',
      'paper.new',
      'contact.reached',
    ]);
    expect(keysOf(actsFor('planned').possible).slice(0, 3)).toEqual([
      'contact.reached',
      'contact.not_reached',
      'contact.record',
    ]);
  });

  it('tells what is missing for the rest', () => {
    const { notYet } = actsFor('planned');
    expect(notYet.find(({ key }) => key === 'milestone.training_started')).toMatchObject({
      label: 'Ausbildung begonnen',
      missing: [
        { code: 'contract', text: 'Der Ausbildungsvertrag ist noch nicht unterschrieben.', who: 'coach' },
      ],
    });
    const withoutConsent = keysOf(actsFor('just opened, without consent').notYet);
    expect(withoutConsent).toEqual(expect.arrayContaining(['milestone.plan_agreed', 'journey.pause']));
  });
});

describe('an act', () => {
  it('leaves only what no rule stands against to choose from', () => {
    const kinds = (name: string) =>
      actIn(name, 'milestone.status_application_filed')?.needs.find(({ pointer }) => pointer === '/data/kind')
        ?.options;
    expect(kinds('planned')?.map(({ value }) => value)).toEqual(['25a', '25b', '19d', 'other']);
    expect(kinds('with a contract, and work forbidden by the paper')?.map(({ value }) => value)).toContain(
      '60c',
    );
    const withdrawn = actIn('planned', 'consent.withdraw')?.needs.find(
      ({ pointer }) => pointer === '/purposes',
    );
    expect(withdrawn).toMatchObject({ preset: ['case_work', 'reminders'] });
  });

  it('of an exam is found by its level, and asks for little', () => {
    const exam = actIn('planned', 'milestone.language_exam_passed.B1');
    expect(exam).toMatchObject({ label: 'B1-Prüfung bestanden', body: { data: { level: 'B1' } } });
    expect(exam?.words).toContain('b1');
    expect(exam?.needs.map(({ pointer }) => pointer)).toEqual(['/on', '/data/skills', '/note']);
  });

  it('of a paper asks for its day first, and knows the rest', () => {
    const [first, kind] = actIn('planned', 'paper.new')?.needs ?? [];
    expect(first).toEqual({ pointer: '/validUntil', label: 'Gültig bis', kind: 'day', required: true });
    expect(kind).toMatchObject({ pointer: '/kind', preset: 'toleration_60a' });
  });

  it('that puts a flag aside says until when at most', () => {
    const snoozes = actsFor('with the gravest flags').possible.filter(({ key }) =>
      key.startsWith('flag.snooze.'),
    );
    expect(snoozes.map(({ needs: [, until] }) => until?.hint)).toContain(
      'Höchstens bis Mo, 22.02.2027, weil heute gehandelt werden sollte.',
    );
  });

  it('that nobody can take back is asked about first, and no other is', () => {
    const asked = actsFor('planned').possible.filter(({ confirm }) => confirm !== undefined);
    expect(keysOf(asked)).toEqual([
      'journey.close.voluntary_return',
      'journey.close.deported_or_transferred',
      'journey.close.deceased',
    ]);
  });

  it('that says nothing new is not offered', () => {
    const story = storyIn('planned');
    story.does({ type: 'RecordContact', on: story.today, channel: 'phone', direction: 'out', reached: true });
    const { possible } = actsOf(benchFor(story, 'coach'));
    expect(keysOf(possible)).not.toContain('contact.reached');
    expect(keysOf(possible)).toContain('contact.not_reached');
  });

  it('says in words what it asks for, with no word that hurts', () => {
    const said = JSON.stringify(Object.keys(states).map((name) => actsFor(name, 'coordinator')));
    expect(said).not.toMatch(/illegal|ausreisepflichtig|Versäumnis|Abschiebung|säumig/i);
  });
});
