import { dayOf, lastDayOf, plusDays, plusMonths, type Day } from '../days.js';
import { officeDayBack } from './calendar.js';
import type { Known, KnownMilestone, KnownPaper } from './known.js';
import type { Rule } from './rules.js';

/** A deadline as it follows from what is known now. */
export interface Deadline {
  rule: Rule;
  /** The fact that it comes from, and the date in it. */
  from: number;
  value: Day;
  /** Changes when the fact is said anew. */
  saidAt: string;
  /** The day itself, the shown one, and the one at whose end it is missed. */
  raw: Day;
  due: Day;
  lastDay: Day;
  isDone: boolean;
  /** The first day of a period, where the day ends one. */
  begins: Day;
}

const placedAnew = ['training_started', 'placement_lost'];
const statusOf: Record<string, readonly string[]> = {
  chance_permit_follow_up: ['25a', '25b'],
  section25a_last_application_day: ['25a'],
  apprenticeship_status_earliest_application: ['60c', '16g'],
};

/** Every deadline of a rule that the known facts give, those that are done too. */
export function deadlinesOf(rule: Rule, known: Known): Deadline[] {
  switch (rule.of) {
    case 'paper':
      return known.papers.flatMap((paper, index, papers) => ofPaper(rule, paper, papers[index + 1], known));
    case 'birthday':
      return ofBirthday(rule, known);
    case 'contract':
      return ofContract(rule, known);
    case 'training':
      return chain(known.milestones('training_started')).flatMap(({ each, next }) => {
        const months = Number(
          known.milestones('training_contract_signed').at(-1)?.data['probationMonths'] ?? 0,
        );
        const isDone = next !== undefined || hasAfter(each, ['probation_passed', 'placement_lost'], known);
        return [deadline(rule, each, each.on, lastDayOf(each.on, months), isDone, each.on)];
      });
    case 'plan':
      return chain(known.milestones('plan_agreed', 'plan_reviewed')).map(({ each, next }) => {
        const reviewOn = String(each.data['nextReviewOn']);
        return deadline(rule, each, reviewOn, reviewOn, next !== undefined);
      });
    case 'consent':
      return known.consentsGiven.map((each, index, all) =>
        deadline(rule, each, each.on, plusMonths(each.on, 12), all[index + 1] !== undefined),
      );
  }
}

function ofPaper(rule: Rule, paper: KnownPaper, next: KnownPaper | undefined, known: Known): Deadline[] {
  const { until, kind, nth, saidAt } = paper;
  if (until === undefined || rule.kinds?.includes(kind) !== true) return [];
  const isDone =
    next !== undefined ||
    (rule.key === 'residence_permit_renewal' && known.provenRenewal !== undefined) ||
    (rule.key === 'departure_deadline' && known.departureIsVerified) ||
    hasApplied(rule, known);
  return [deadline(rule, { nth, at: saidAt }, until, until, isDone)];
}

function ofBirthday(rule: Rule, known: Known): Deadline[] {
  const kind = known.papers.at(-1)?.kind;
  const isDone =
    rule.kinds === undefined
      ? known.milestones('handover_to_regular_system').length > 0 ||
        known.milestones('eligibility_checked').at(-1)?.data['reasonCode'] === 'age_exception'
      : hasApplied(rule, known);
  const applies = rule.kinds === undefined || (kind !== undefined && rule.kinds.includes(kind));
  if (!applies && !isDone) return [];
  const { bornOn } = known.opening;
  const years = rule.kinds === undefined ? 28 : 27;
  // what was said at the opening stays said; the paper only makes the rule apply
  return [deadline(rule, { nth: 0, at: '' }, bornOn, lastDayOf(bornOn, 12 * years), isDone)];
}

function ofContract(rule: Rule, known: Known): Deadline[] {
  const paper = known.papers.at(-1);
  const applies =
    rule.kinds === undefined ||
    (paper !== undefined && rule.kinds.includes(paper.kind) && paper.note !== 'not_allowed');
  return chain(known.milestones('training_contract_signed')).flatMap(({ each, next }) => {
    const startsOn = String(each.data['startsOn']);
    const isDone =
      next !== undefined ||
      hasAfter(each, rule.isEarliest ? ['training_started'] : placedAnew, known) ||
      hasApplied(rule, known, each);
    if (!applies && !isDone) return [];
    return [deadline(rule, each, startsOn, rule.isEarliest ? plusMonths(startsOn, -7) : startsOn, isDone)];
  });
}

function deadline(
  rule: Rule,
  { nth: from, at: saidAt }: { nth: number; at: string },
  value: Day,
  raw: Day,
  isDone: boolean,
  begins = value,
): Deadline {
  const due = rule.rollsBack ? officeDayBack(raw) : raw;
  return { rule, from, value, saidAt, raw, due, lastDay: rule.missedOnItsDay ? raw : due, isDone, begins };
}

const chain = <Link>(links: readonly Link[]): { each: Link; next: Link | undefined }[] =>
  links.map((each, index) => ({ each, next: links[index + 1] }));

/** Whether one of these was reached later, in the order of the days. */
function hasAfter(milestone: KnownMilestone, keys: readonly string[], known: Known): boolean {
  const all = known.milestones();
  return all
    .slice(all.findIndex(({ nth }) => nth === milestone.nth) + 1)
    .some((each) => keys.includes(each.milestone));
}

/** Whether the application that a rule waits for was filed, with proof. */
function hasApplied({ key }: Rule, known: Known, after?: KnownMilestone): boolean {
  const kinds = statusOf[key];
  if (!kinds) return false;
  const all = known.milestones();
  const from = after ? all.findIndex(({ nth }) => nth === after.nth) + 1 : 0;
  return all
    .slice(from)
    .some(
      ({ milestone, data }) =>
        milestone === 'status_application_filed' &&
        kinds.includes(String(data['kind'])) &&
        data['proof'] !== 'self_reported',
    );
}

/** The day of a rung, before it moves to a day of work or writing. */
export function dayOfRung(rung: string, { raw, saidAt, begins }: Deadline): Day {
  if (rung === 'mid') return plusDays(begins, Math.floor(daysIn(begins, raw) / 2));
  if (rung.endsWith(' after trigger')) return shifted(dayOf(saidAt), rung);
  if (rung.endsWith(' after start')) return shifted(begins, rung);
  return shifted(raw, rung);
}

function shifted(day: Day, rung: string): Day {
  const [, count = '0', unit] = /^([+-]?\d+)([dwM])/.exec(rung) ?? [];
  if (unit === 'M') return plusMonths(day, Number(count));
  return plusDays(day, Number(count) * (unit === 'w' ? 7 : 1));
}

function daysIn(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day < to; day = plusDays(day, 1)) count += 1;
  return count;
}
