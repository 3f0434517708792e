import { moduleEnds, modulesOf } from '../facts.js';
import type { JourneyState } from '../state.js';
import type { JudgedCell, UpdateFromRegister, Verdict } from './row.js';

/** The modules that a row adds; what it leaves out ends by a person's hand. */
export interface JudgedModules {
  cells: JudgedCell[];
  added: string[];
}

/**
 * Judges the modules that the row names and the last one did not, and those that it names no more. A module whose
 * steps a person records is hers: the row moves none of them on.
 * @param accompanied whether there is a ground to record more than contact and paper
 */
export function judgeModules(
  state: JourneyState,
  { before, after }: Pick<UpdateFromRegister, 'before' | 'after'>,
  accompanied: boolean,
): JudgedModules {
  const all = modulesOf(state);
  const verdicts = new Set<Verdict>();
  const added: string[] = [];
  for (const module of after.modules.filter((each) => !before.modules.includes(each))) {
    const here = all.filter((each) => each.module === module).map(({ state: reached }) => reached);
    if (here.some((reached) => reached === 'active' || reached === 'paused')) verdicts.add('known');
    else if (here.length > 0) verdicts.add('newer');
    else if (!accompanied) verdicts.add('without_consent');
    else {
      verdicts.add('taken');
      added.push(module);
    }
  }
  const left = before.modules.filter((each) => !after.modules.includes(each));
  const runs = (module: string): boolean =>
    all.some((each) => each.module === module && !moduleEnds.includes(each.state));
  if (left.length > 0) verdicts.add(left.some(runs) ? 'module_ends' : 'known');
  return { cells: [...verdicts].map((verdict) => ({ column: 'Bausteine', verdict })), added };
}
