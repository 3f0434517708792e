import { Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { saidNow, withFilter } from '../../parts/with-filter.js';
import { say } from '../../texts/leitstand.js';

const name = 'als';
const table = 'tabelle';

/** Whether the address asks for tables with nothing drawn in them. */
export const isAsText = (search: URLSearchParams): boolean => search.get(name) === table;

/** Everything on the page as plain tables, and back. */
export function AsText() {
  const [search, setSearch] = useSearchParams();
  const asText = isAsText(search);
  return (
    <Button
      variant="default"
      aria-pressed={asText}
      onClick={() => setSearch(withFilter(saidNow(), name, asText ? undefined : table), { replace: true })}
    >
      {say('asTable')}
    </Button>
  );
}
