import type { Act } from '../../contract/pages/act.js';
import type { FlagFact } from '../../domain/journey/state.js';
import { actsAbout } from './acts-about.js';
import type { Bench } from './bench.js';
import { changeCoach } from './drafts/journey.js';
import { possible } from './offer.js';
import { draftsOfFlag } from './remedies.js';

/**
 * What can be done about a flag. Whether the journey can be given to somebody else is asked anew each time: colleagues come
 * and go without the journey knowing. To whom, its own acts say: all names in each row were most of what a page held.
 */
export const actsAboutFlag = (flag: FlagFact, bench: Bench): Act[] => [
  ...actsAbout(flag, draftsOfFlag, bench),
  ...possible([changeCoach(bench)], bench).map(withoutOptions),
];

const withoutOptions = (act: Act): Act => ({
  ...act,
  needs: act.needs.map(({ pointer, label, kind, required }) => ({ pointer, label, kind, required })),
});
