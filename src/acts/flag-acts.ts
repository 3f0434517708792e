import type { Act } from '../../contract/pages/act.js';
import { perVersion } from '../../domain/journey/per-version.js';
import type { FlagFact } from '../../domain/journey/state.js';
import type { Bench } from './bench.js';
import { possible } from './offer.js';
import { remediesOfFlag } from './remedies.js';

const judged = perVersion(() => new Map<string, readonly Act[]>());

/**
 * What can be recorded about a flag. Judged once a day for a state, a reader and a language: lists show the same flags
 * over and over, and the rules count in days.
 */
export function actsForFlag(flag: FlagFact, bench: Bench): readonly Act[] {
  const offered = (): Act[] => possible(remediesOfFlag(flag, bench), bench);
  // she can be given to any colleague, and those come and go without the journey knowing
  if (bench.state.plain.coach === null) return offered();
  const { decision, language, today } = bench;
  const { actor } = decision;
  const role = 'role' in actor ? actor.role : '';
  const key = [flag.id, actor.id, role, language, today].join('/');
  const known = judged(bench.state);
  const acts = known.get(key) ?? offered();
  known.set(key, acts);
  return acts;
}
