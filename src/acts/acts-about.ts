import type { Act } from '../../contract/pages/act.js';
import { perVersionAnd } from '../../domain/journey/per-version.js';
import type { Bench } from './bench.js';
import { possible } from './offer.js';
import type { Drafts } from './remedies.js';

const judged = perVersionAnd<string, readonly Act[]>();

/**
 * What can be recorded about a flag or a deadline. Judged once a day for a state, a reader and a language: lists show the
 * same ones over and over, and the rules count in days.
 */
export function actsAbout<Item extends { id: string }>(
  item: Item,
  remediesOf: (item: Item, bench: Bench) => Drafts,
  bench: Bench,
): readonly Act[] {
  const offered = (): Act[] => possible(remediesOf(item, bench), bench);
  // she can be given to any colleague, and those come and go without the journey knowing
  if (bench.state.plain.coach === null) return offered();
  const { decision, language, today } = bench;
  const { actor } = decision;
  const role = 'role' in actor ? actor.role : '';
  const key = [item.id, actor.id, role, language, today].join('/');
  return judged(bench.state, key, offered);
}
