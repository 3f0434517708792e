import type { Compute, Programme } from '../../../../contract/pages/programme.js';
import type { ProgrammeWords } from '../../../../contract/pages/words.js';
import { say } from '../../../texts/programme.js';
import { dayInFull } from '../../../time/days.js';
import { listed, named } from './facts.js';

/** A named date by what it is the date of. */
export function anchorSaid(key: string, { anchors }: Programme, words: ProgrammeWords): string {
  const anchor = anchors.find((each) => each.key === key);
  if (!anchor) return key;
  switch (anchor.of) {
    case 'document':
    case 'person':
    case 'journey':
      return say(`anchor_${anchor.field}`);
    case 'milestone': {
      const milestone = listed(words.milestones, anchor.milestones);
      return anchor.field === 'on'
        ? say('anchor_milestoneDay', { milestone })
        : say('anchor_milestoneField', { milestone, field: named(words.fields, anchor.field) });
    }
    case 'module':
      return say('anchor_module', {
        module: named(words.modules, anchor.module),
        states: listed(words.moduleStates, anchor.states),
      });
  }
}

/**
 * How a day follows from a recorded one, in words.
 * @param own the rule's own anchor: what is meant where nothing else is named
 */
export function computeSaid(
  compute: Compute,
  own: string,
  programme: Programme,
  words: ProgrammeWords,
): string {
  const said = (each: Compute): string => computeSaid(each, own, programme, words);
  const from = (): string => {
    const start = 'from' in compute ? compute.from : undefined;
    if (typeof start === 'object') return said(start);
    return anchorSaid(start ?? own, programme, words);
  };
  switch (compute.fn) {
    case 'printed':
      return say('compute_printed', { from: from() });
    case 'eventEnd':
      return say('compute_after', { span: lengthSaid(compute), from: from() });
    case 'inclusiveEnd':
      return compute.monthsFrom === undefined
        ? say('compute_inclusive', { span: lengthSaid(compute), from: from() })
        : say('compute_inclusiveFrom', {
            months: anchorSaid(compute.monthsFrom, programme, words),
            from: from(),
          });
    case 'monthsBefore':
      return say('compute_before', { span: lengthSaid(compute), from: from() });
    case 'plusDays': {
      const span = lengthSaid({ days: Math.abs(compute.days) });
      return say(compute.days < 0 ? 'compute_before' : 'compute_after', { span, from: from() });
    }
    case 'lastDayOfMonth':
      return say('compute_monthEnd', { from: from() });
    case 'annual':
      return say('compute_annual', { day: compute.day, month: compute.month, from: from() });
    case 'table':
      return say('compute_table', { table: compute.table, from: from() });
    case 'max':
    case 'min':
    case 'first':
      return say(`compute_${compute.fn}`, { of: compute.of.map(said).join('; ') });
    case 'byLaw':
      return say('compute_byLaw', {
        of: compute.of
          .map(({ until, is }) =>
            until === undefined
              ? said(is)
              : say('compute_lawUntil', { until: dayInFull(until), is: said(is) }),
          )
          .join('; '),
      });
  }
}

interface Length {
  days?: number | undefined;
  weeks?: number | undefined;
  months?: number | undefined;
  years?: number | undefined;
}

const lengthSaid = (length: Length): string =>
  (['years', 'months', 'weeks', 'days'] as const)
    .flatMap((unit) => (length[unit] === undefined ? [] : [say(unit, { n: length[unit] })]))
    .join(say('and'));
