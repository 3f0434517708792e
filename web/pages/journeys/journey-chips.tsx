import { useMe } from '../../api/reads.js';
import { Chips } from '../../parts/chips/chips.js';
import { say } from '../../texts/journeys.js';
import { active, areChanged, defaultsFor, without } from './filters.js';
import { wordFor, type Choices } from './use-choices.js';
import type { Wanted } from './use-wanted.js';

/** The filters that are on. */
export function JourneyChips({ wanted, choices }: { wanted: Wanted; choices: Choices }) {
  const me = useMe();
  const { filters, ask, searched } = wanted;
  const isAsked = areChanged(filters, me) || searched !== '';
  return (
    <Chips
      of={active(filters).map(([name, value]) => ({
        name,
        filter: say(`filter_${name}`),
        value: wordFor(choices, name, value),
        remove: () => ask({ filters: without(filters, name, me) }),
      }))}
      reset={isAsked ? () => ask({ filters: defaultsFor(me), view: undefined }, '') : undefined}
    />
  );
}
