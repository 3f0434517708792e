import type { Programme, StuckCause, StuckRule, StuckStart } from '../../../../contract/pages/programme.js';
import type { ProgrammeWords } from '../../../../contract/pages/words.js';
import { say as common } from '../../../texts/common.js';
import { say } from '../../../texts/programme.js';
import { anchorSaid } from './days.js';
import { anyOfSaid, listed, named, phaseTitle, valuesSaid } from './facts.js';
import { spanSaid } from './spans.js';

type Step = StuckCause['steps'][number];

/** What is wrong, as it follows from the facts. */
export function conditionSaid(
  condition: StuckCause['condition'],
  programme: Programme,
  words: ProgrammeWords,
): string {
  if ('since' in condition) return startSaid(condition.since, words);
  if ('until' in condition) return say('until', { anchor: anchorSaid(condition.until, programme, words) });
  if ('past' in condition) return say('past', { anchor: anchorSaid(condition.past, programme, words) });
  if ('deadline' in condition)
    return say('deadlineNear', { deadline: named(words.deadlines, condition.deadline) });
  if ('paper' in condition)
    return say('paper', {
      kinds: listed(words.documentKinds, condition.paper),
      deadline: named(words.deadlines, condition.untilVerified),
    });
  return say('failedMessages', { n: condition.failedMessages });
}

/** What makes it no reason after all; none where nothing does. */
export function unlessSaid(condition: StuckCause['condition'], words: ProgrammeWords): string | undefined {
  const facts = 'unless' in condition ? condition.unless : [];
  return facts.length === 0 ? undefined : say('unless', { facts: anyOfSaid(facts, words) });
}

function startSaid(start: StuckStart, words: ProgrammeWords): string {
  if (typeof start === 'string') return say(`since_${start}`);
  if ('milestone' in start) {
    const milestone = named(words.milestones, start.milestone);
    return start.field === undefined || start.in === undefined
      ? say('sinceMilestone', { milestone })
      : say('sinceMilestoneWith', { milestone, values: valuesSaid(words, start.field, start.in) });
  }
  if ('newestOf' in start)
    return say('sinceNewest', { milestones: listed(words.milestones, start.newestOf) });
  if ('phase' in start)
    return say('sincePhase', { phase: phaseTitle(words, start.phase), span: spanSaid(start.quietFor) });
  return say('sinceModules', {
    modules: listed(words.modules, start.modules),
    states: listed(words.moduleStates, start.states),
  });
}

/** From when on it shows up, how grave, and who is told. */
export function stepSaid({ after, severity, to }: Step, condition: StuckCause['condition']): string {
  const said = { severity: common(`severity${severity}`), to: toSaid(to) };
  if (/^0[dwM]$/.test(after)) return say('stepAtOnce', said);
  const isAhead = 'until' in condition || 'deadline' in condition;
  return say(isAhead ? 'stepBefore' : 'stepAfter', { span: spanSaid(after), ...said });
}

export const toSaid = (to: readonly ('participant' | 'coach' | 'coordinator')[]): string =>
  to.map((each) => say(`to_${each}`)).join(', ');

export const escalationSaid = ({ escalation }: StuckRule): string | undefined =>
  escalation && say('escalation', { span: spanSaid(escalation.after), to: toSaid(escalation.to) });
