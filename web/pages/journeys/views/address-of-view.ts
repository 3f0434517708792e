import type { Me } from '../../../../contract/access.js';
import type { View } from '../../../../contract/pages/views.js';

/** Where a view is shown, from anywhere. Without a coach it is everybody's, which a coach has to say. */
export function addressOfView({ id, filters, sort, columns }: View, { role }: Pick<Me, 'role'>): string {
  const said = Object.entries(filters).filter((each): each is [string, string] => each[1] !== undefined);
  const address = new URLSearchParams({
    ...(role === 'coach' && { coach: 'all' }),
    ...Object.fromEntries(said),
    sort,
    ansicht: id,
  });
  if (columns.length > 0) address.set('spalten', columns.join(','));
  return `/teilnehmende?${address.toString()}`;
}
