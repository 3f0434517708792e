import type { AnchorDefinition } from './schema/anchor.js';
import type { Compute } from './schema/compute.js';
import type { DeadlineRule } from './schema/deadline.js';
import type { Fact } from './schema/fact.js';
import type { Programme } from './schema/programme.js';
import type { StuckCondition, StuckRule } from './schema/stuck.js';

type Path = readonly (string | number)[];

/** A name that a definition uses and nothing bears: where it stands, and what is expected there. */
export interface LooseEnd {
  path: Path;
  message: string;
}

type Named =
  | 'phase'
  | 'milestone'
  | 'module'
  | 'requirement'
  | 'anchor'
  | 'table'
  | 'deadline'
  | 'kind of paper'
  | 'kind of deadline'
  | 'field';

/** Collects every name that nothing bears; a definition is fit for use when there is none. */
export function looseEnds(programme: Programme): LooseEnd[] {
  const found: LooseEnd[] = [];
  const names: Record<Exclude<Named, 'field'>, string[]> = {
    phase: keysOf(programme.phases),
    milestone: keysOf(programme.milestones),
    module: keysOf(programme.modules),
    requirement: programme.requirements.map(({ code }) => code),
    anchor: keysOf(programme.anchors),
    table: Object.keys(programme.tables),
    deadline: keysOf(programme.deadlines),
    'kind of paper': keysOf(programme.documentKinds),
    'kind of deadline': keysOf(programme.deadlineKinds),
  };
  const fieldsOf = (milestone: string): string[] =>
    programme.milestones.find(({ key }) => key === milestone)?.fields.map(({ name }) => name) ?? [];
  const check: Check = {
    name(kind, name, path) {
      if (!names[kind].includes(name)) found.push({ path, message: `there is no ${kind} "${name}"` });
    },
    text(text, path) {
      if (programme.texts.some(({ key }) => key === text)) return;
      const which =
        text === undefined ? 'without a text' : `of "${text}", which does not stand in texts.yaml`;
      found.push({ path, message: `reminds the participant ${which}` });
    },
    field(milestone, field, path) {
      if (field === undefined || field === 'on' || fieldsOf(milestone).includes(field)) return;
      found.push({ path, message: `the milestone "${milestone}" has no field "${field}"` });
    },
  };
  inMain(programme, check);
  programme.deadlines.forEach((rule, at) => inDeadline(rule, ['deadlines', at], check));
  programme.stuck.forEach((rule, at) => inStuck(rule, ['stuck', at], check));
  return found;
}

interface Check {
  text(text: string | undefined, path: Path): void;
  name(kind: Exclude<Named, 'field'>, name: string, path: Path): void;
  field(milestone: string, field: string | undefined, path: Path): void;
}

const keysOf = (list: readonly { key: string }[]): string[] => list.map(({ key }) => key);

function inMain({ milestones, modules, requirements, anchors, saidIn }: Programme, check: Check): void {
  const required = (codes: readonly string[], path: Path): void =>
    codes.forEach((code, at) => check.name('requirement', code, [...path, 'requires', at]));
  milestones.forEach((milestone, at) => {
    const path = ['milestones', at];
    required(milestone.requires, path);
    milestone.requiresFor.forEach((each, index) => {
      required(each.requires, [...path, 'requiresFor', index]);
      check.field(milestone.key, each.field, [...path, 'requiresFor', index, 'field']);
    });
    for (const move of ['moves', 'movesBack'] as const) {
      const target = milestone[move];
      if (!target) continue;
      check.name('phase', target.to, [...path, move, 'to']);
      check.field(milestone.key, target.when?.field, [...path, move, 'when', 'field']);
    }
    if (typeof milestone.repeats === 'object') {
      check.name('milestone', milestone.repeats.after, [...path, 'repeats', 'after']);
    }
  });
  modules.forEach(({ requires }, at) => required(requires, ['modules', at]));
  requirements.forEach(({ anyOf }, at) => inFacts(anyOf, ['requirements', at, 'anyOf'], check));
  anchors.forEach((anchor, at) => inAnchor(anchor, ['anchors', at], check));
  for (const [name, places] of Object.entries(saidIn)) {
    places.forEach(({ milestone, field }, at) => {
      const path = ['saidIn', name, at];
      check.name('milestone', milestone, [...path, 'milestone']);
      check.field(milestone, field, [...path, 'field']);
    });
  }
}

function inAnchor(anchor: AnchorDefinition, path: Path, check: Check): void {
  if (anchor.of === 'module') check.name('module', anchor.module, [...path, 'module']);
  if (anchor.of !== 'milestone') return;
  for (const milestone of anchor.milestones) {
    check.name('milestone', milestone, [...path, 'milestones']);
    check.field(milestone, anchor.field, [...path, 'field']);
  }
}

function inFacts(facts: readonly Fact[], path: Path, check: Check): void {
  facts.forEach((fact, at) => {
    const here = [...path, at];
    if ('milestone' in fact) {
      check.name('milestone', fact.milestone, [...here, 'milestone']);
      check.field(fact.milestone, fact.field, [...here, 'field']);
    }
    if ('phaseFrom' in fact) check.name('phase', fact.phaseFrom, [...here, 'phaseFrom']);
    if ('module' in fact) check.name('module', fact.module, [...here, 'module']);
    if ('documentKind' in fact) inKinds(fact.documentKind, [...here, 'documentKind'], check);
  });
}

const inKinds = (kinds: readonly string[], path: Path, check: Check): void =>
  kinds.forEach((kind, at) => check.name('kind of paper', kind, [...path, at]));

function inDeadline(rule: DeadlineRule, path: Path, check: Check): void {
  check.name('kind of deadline', rule.kind, [...path, 'kind']);
  check.name('anchor', rule.anchor, [...path, 'anchor']);
  inCompute(rule.compute, [...path, 'compute'], check);
  inFacts(rule.appliesIf, [...path, 'appliesIf'], check);
  rule.reminders.forEach(({ to, text }, at) => {
    if (to.includes('participant')) check.text(text, [...path, 'reminders', at]);
  });
  rule.doneWhen.forEach((done, at) => {
    if (!('verified' in done)) inFacts([done], [...path, 'doneWhen', at], check);
  });
}

function inCompute(compute: Compute, path: Path, check: Check): void {
  if ('of' in compute) {
    compute.of.forEach((each, at) => inCompute('fn' in each ? each : each.is, [...path, 'of', at], check));
    return;
  }
  if (typeof compute.from === 'string') check.name('anchor', compute.from, [...path, 'from']);
  else if (compute.from) inCompute(compute.from, [...path, 'from'], check);
  if (compute.fn === 'table') check.name('table', compute.table, [...path, 'table']);
  if (compute.fn === 'inclusiveEnd' && compute.monthsFrom !== undefined) {
    check.name('anchor', compute.monthsFrom, [...path, 'monthsFrom']);
  }
}

function inStuck({ causes }: StuckRule, path: Path, check: Check): void {
  causes.forEach(({ condition, inPhases }, at) => {
    const here = [...path, 'causes', at];
    inCondition(condition, [...here, 'condition'], check);
    for (const phase of Object.keys(inPhases)) check.name('phase', phase, [...here, 'inPhases']);
  });
}

function inCondition(condition: StuckCondition, path: Path, check: Check): void {
  if ('unless' in condition) inFacts(condition.unless, [...path, 'unless'], check);
  if ('until' in condition) check.name('anchor', condition.until, [...path, 'until']);
  if ('past' in condition) check.name('anchor', condition.past, [...path, 'past']);
  if ('deadline' in condition) check.name('deadline', condition.deadline, [...path, 'deadline']);
  if ('paper' in condition) {
    inKinds(condition.paper, [...path, 'paper'], check);
    check.name('deadline', condition.untilVerified, [...path, 'untilVerified']);
  }
  if (!('since' in condition) || typeof condition.since === 'string') return;
  const { since } = condition;
  const here = [...path, 'since'];
  if ('milestone' in since) {
    check.name('milestone', since.milestone, [...here, 'milestone']);
    check.field(since.milestone, since.field, [...here, 'field']);
  }
  if ('newestOf' in since)
    since.newestOf.forEach((key) => check.name('milestone', key, [...here, 'newestOf']));
  if ('phase' in since) check.name('phase', since.phase, [...here, 'phase']);
  if ('modules' in since) since.modules.forEach((key) => check.name('module', key, [...here, 'modules']));
}
