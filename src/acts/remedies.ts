import { deadlinesIn, type Deadline } from '../../domain/deadlines/agenda.js';
import { provenRenewal } from '../../domain/journey/facts.js';
import { agendaOf, flagRule, type FlagFact, type TaskFact } from '../../domain/journey/state.js';
import type { DeadlineRule } from '../../domain/programme/schema/deadline.js';
import type { Fact } from '../../domain/programme/schema/fact.js';
import type { StuckCondition } from '../../domain/programme/schema/stuck.js';
import type { Bench } from './bench.js';
import type { Draft } from './draft.js';
import { doTask, remindCoach, snooze, verifyDeadline, wake } from './drafts/attention.js';
import { contactNotReached, contactReached, contactRecord } from './drafts/contact.js';
import { assignCoach, closeJourney } from './drafts/journey.js';
import { draftsOfMilestone } from './drafts/milestone.js';
import { correctPaper, newPaper, renewalRequested } from './drafts/paper.js';
import { changeParticipant } from './drafts/person.js';

/** What may be done, the likeliest first; nothing in the place of what is not to be had. */
export type Drafts = (Draft | undefined)[];

/** What is done about a flag: what solves it, then having the coach see to it, then putting it aside or showing it again. */
export function draftsOfFlag(flag: FlagFact, bench: Bench): Drafts {
  // a handful is within reach; whoever can have the coach see to it does less herself
  const canRemind = bench.context.role === 'coordinator' && bench.state.plain.coach !== null;
  const remedies = remediesOfFlag(flag, bench).slice(0, canRemind ? 2 : 3);
  return [...remedies, ...[remindCoach, snooze, wake].map((draft) => draft(flag, bench))];
}

/**
 * What most likely solves what a flag says, the likeliest first. The programme says it: what its condition counts from,
 * and the facts that end it, are what can be recorded.
 */
export function remediesOfFlag(flag: FlagFact, bench: Bench): Drafts {
  const rule = flagRule(bench.state, flag.id);
  const { causes = [] } = bench.context.programme.stuck.find(({ key }) => key === rule) ?? {};
  const solving = causes.flatMap(({ condition }) => ofCondition(condition, bench));
  const isNobodys = bench.state.plain.coach === null ? [assignCoach(bench)] : [];
  const all = unique([...solving, ...isNobodys]).slice(0, 3);
  return all.length > 0 ? all : [contactRecord(bench)];
}

function ofCondition(condition: StuckCondition, bench: Bench): Drafts {
  if ('failedMessages' in condition) return [changeParticipant(bench), contactReached(bench)];
  if ('paper' in condition)
    return [contactReached(bench), verification(condition.untilVerified, bench), newPaper(bench)];
  const ending = condition.unless.flatMap((fact) => ofFact(fact, bench));
  if ('until' in condition || 'past' in condition) return [...ending, newPaper(bench)];
  if ('deadline' in condition) return [...ending, verification(condition.deadline, bench)];
  const { since } = condition;
  if (since === 'contact') return [...ending, contactReached(bench), contactNotReached(bench)];
  if (since !== 'entry' && 'newestOf' in since) {
    return [...ending, ...since.newestOf.toReversed().flatMap((key) => draftsOfMilestone(key, bench))];
  }
  return ending;
}

/** What is to be recorded so that a fact stands. */
function ofFact(fact: Fact, bench: Bench): Drafts {
  if ('milestone' in fact) return draftsOfMilestone(fact.milestone, bench);
  if ('consent' in fact) return draftsOfMilestone('consent_given', bench);
  if ('documentDay' in fact) return [correctPaper(bench), newPaper(bench)];
  if ('renewalRequest' in fact) return [renewalRequested(bench)];
  return [];
}

/** What is done about a task; where something else is to be recorded, that comes before "done". */
export function remediesOfTask(task: TaskFact, bench: Bench): Drafts {
  const done = doTask(task, bench);
  switch (task.kind) {
    case 'fact_missing':
      return [correctPaper(bench), done];
    case 'tell_participant':
      return [done, contactNotReached(bench)];
    case 'delivery_failed':
      return [done, changeParticipant(bench), contactNotReached(bench)];
    case 'no_callback_number':
      return [done, assignCoach(bench)];
    case 'consent_withdrawn':
      return [
        closeJourney(bench, 'withdrawn_by_participant'),
        ...draftsOfMilestone('consent_given', bench),
        done,
      ];
    case 'close_proposed':
      return [
        closeJourney(bench, 'excluded_by_programme'),
        ...draftsOfMilestone('eligibility_checked', bench),
        done,
      ];
  }
}

/** What makes a deadline done, as its rule says; else a talk about it. */
export function remediesOfDeadline({ id, rule: key }: Deadline, bench: Bench): Drafts {
  const { deadlines, anchors } = bench.context.programme;
  const rule = deadlines.find((known) => known.key === key);
  const isOfPaper = anchors.some((anchor) => anchor.key === rule?.anchor && anchor.of === 'document');
  // asked for with proof, what is waited for is the new paper
  const asked = rule?.pausedByRenewal && !provenRenewal(bench.state) ? [renewalRequested(bench)] : [];
  const all = [...asked, ...doneBy(rule, id, bench), ...(isOfPaper ? [newPaper(bench)] : [])];
  return unique([...all, contactReached(bench), contactRecord(bench)]).slice(0, 4);
}

const doneBy = (rule: DeadlineRule | undefined, id: string, bench: Bench): Drafts =>
  rule?.doneWhen.flatMap((done) =>
    'verified' in done ? [verification(rule.key, bench, id)] : ofFact(done, bench),
  ) ?? [];

/** Verifying the open deadline of a rule. */
function verification(rule: string, bench: Bench, id?: string): Draft | undefined {
  const open = deadlinesIn(agendaOf(bench.state)).find(
    (deadline) =>
      deadline.rule === rule && deadline.state !== 'cancelled' && (id ?? deadline.id) === deadline.id,
  );
  return open && verifyDeadline(open, bench);
}

const unique = (drafts: Drafts): Draft[] => [
  ...new Map(drafts.flatMap((draft) => (draft ? [[draft.key, draft] as const] : []))).values(),
];
