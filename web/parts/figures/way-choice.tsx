import { useSearchParams } from 'react-router';
import { say } from '../../texts/attention.js';
import { saidNow, withFilter } from '../with-filter.js';
import { Choice } from '../choice.js';
import { wayIn, ways } from './ways.js';

/** By what flags are counted; the address says it. */
export function WayChoice() {
  const [search, setSearch] = useSearchParams();
  return (
    <Choice
      label={say('by')}
      value={wayIn(search)}
      onChange={(way) =>
        setSearch(withFilter(saidNow(), 'nach', way === 'rule' ? undefined : way), { replace: true })
      }
      options={ways.map((way) => ({ value: way, label: say(`by_${way}`) }))}
    />
  );
}
