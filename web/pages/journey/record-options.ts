import type { Act, Acts } from '../../../contract/pages/act.js';
import { fits } from '../../shell/palette/fold.js';

export type ActGroup = Act['group'];

/** What can be chosen in the menu, or what it waits for. */
export type RecordOption =
  | { is: 'act'; id: string; group: ActGroup; act: Act }
  | { is: 'notYet'; id: string; group: ActGroup; notYet: Acts['notYet'][number] };

/** In this order people look for them; an act of a group that is not named comes last. */
const order: readonly ActGroup[] = ['contact', 'paper', 'milestone', 'module', 'consent', 'participant'];

const rank = (group: ActGroup): number => (order.includes(group) ? order.indexOf(group) : order.length);

/**
 * What a text finds. Without one: all by group, as the server orders them within. With one: those whose own name
 * begins so come before those that are only found by another word.
 */
export function recordOptions({ possible, notYet }: Acts, typed: string): RecordOption[] {
  const found = ({ label, words }: { label: string; words: string[] }): number =>
    typed.trim() === '' || fits(typed, label) ? 0 : fits(typed, [label, ...words].join(' ')) ? 1 : 2;
  const acts = possible
    .filter((act) => found(act) < 2)
    .map((act): RecordOption => ({ is: 'act', id: `record-${act.key}`, group: act.group, act }))
    .sort(byGroup)
    .sort((a, b) => hit(a) - hit(b));
  const waiting = notYet
    .filter((each) => found(each) < 2)
    .map((each): RecordOption => ({
      is: 'notYet',
      id: `record-not-${each.key}`,
      group: each.group,
      notYet: each,
    }));
  return [...acts, ...waiting];

  function hit(option: RecordOption): number {
    return option.is === 'act' ? found(option.act) : 2;
  }
}

const byGroup = (a: RecordOption, b: RecordOption): number => rank(a.group) - rank(b.group);
